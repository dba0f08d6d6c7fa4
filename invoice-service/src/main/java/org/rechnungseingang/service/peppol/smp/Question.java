package org.rechnungseingang.service.peppol.smp;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;

/** What is looked for. */
record Question(Identifier participant, Identifier documentType, Identifier process) {

    /** The resource that answers it, at this publisher (SMP 1.4.0: {@code /{participant}/services/{document type}}). */
    URI at(URI publisher) {
        String base = publisher.toString().replaceAll("/+$", "");
        return URI.create(base + "/" + coded(participant) + "/services/" + coded(documentType));
    }

    // RFC 3986 leaves only letters, digits and "-._~" as they are.
    private static String coded(Identifier identifier) {
        return URLEncoder.encode(named(identifier), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Scheme and value as they are written together. */
    static String named(Identifier identifier) {
        return identifier.scheme() + "::" + identifier.value();
    }

    /** Policy for use of Identifiers 4.4.0, 2: participants are compared without regard to case. */
    boolean isAbout(Identifier other) {
        return participant.scheme().equalsIgnoreCase(other.scheme())
                && participant.value().equalsIgnoreCase(other.value());
    }
}
