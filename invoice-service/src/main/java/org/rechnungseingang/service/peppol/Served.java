package org.rechnungseingang.service.peppol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.as4.Names;
import org.springframework.stereotype.Component;

/** Whom this access point receives for, and what. */
@Component
class Served {

    private final Map<String, PeppolProperties.Town> towns;

    Served(PeppolProperties properties) {
        this.towns = properties.peppol();
    }

    /** The keys of the towns that receive something. */
    List<String> towns() {
        return List.copyOf(towns.keySet());
    }

    /** The key of the town that this participant is. */
    Optional<String> townOf(Identifier participant) {
        return towns.entrySet().stream()
                .filter(town -> participant.scheme().equals(Names.PARTICIPANT_SCHEME)
                        && town.getValue().participants().stream().anyMatch(one -> is(one, participant.value())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether a town receives this document type in this process. */
    boolean receives(String town, String documentType, String process) {
        return Optional.ofNullable(towns.get(town))
                .filter(one -> one.documentTypes().contains(documentType)
                        && one.processes().contains(process))
                .isPresent();
    }

    // Peppol Policy for Identifiers, 5: participants are compared without regard to case.
    private static boolean is(String configured, String asked) {
        String one = configured.toLowerCase(Locale.ROOT);
        String other = asked.toLowerCase(Locale.ROOT);
        return one.endsWith("*") ? other.startsWith(one.substring(0, one.length() - 1)) : other.equals(one);
    }
}
