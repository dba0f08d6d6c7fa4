package org.rechnungseingang.service.peppol.outbound;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates;
import org.rechnungseingang.service.peppol.smp.Endpoint;
import org.rechnungseingang.service.peppol.smp.Lookup;
import org.rechnungseingang.service.peppol.smp.LookupFailed;

/** Endpoints that are configured; whom it does not know the next one is asked about. */
final class FixedEndpoints implements Lookup {

    private final Map<String, Endpoint> byParticipant;
    private final TrustedCertificates trusted;
    private final Optional<Lookup> next;

    /**
     * With these.
     *
     * @param byParticipant endpoints by participants, {@code 0242:000200}, in lower case
     * @param trusted whose certificates are believed, these too
     */
    FixedEndpoints(Map<String, Endpoint> byParticipant, TrustedCertificates trusted, Optional<Lookup> next) {
        this.byParticipant = Map.copyOf(byParticipant);
        this.trusted = trusted;
        this.next = next;
    }

    @Override
    public Endpoint find(Identifier participant, Identifier documentType, Identifier process) {
        Endpoint known = byParticipant.get(participant.value().toLowerCase(Locale.ROOT));
        if (known == null) {
            return next.orElseThrow(
                            () -> new LookupFailed("No endpoint is configured for " + participant.value(), true))
                    .find(participant, documentType, process);
        }
        trusted.objection(known.certificate()).ifPresent(objection -> {
            throw new LookupFailed(
                    "The endpoint configured for " + participant.value() + ": " + objection.reason(),
                    !objection.undecided());
        });
        return known;
    }

    @Override
    public void forget(Identifier participant, Identifier documentType, Identifier process) {
        next.ifPresent(other -> other.forget(participant, documentType, process));
    }
}
