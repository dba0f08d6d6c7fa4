package org.rechnungseingang.service.peppol.outbound;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.rechnungseingang.service.peppol.as4.CertificateFiles;
import org.rechnungseingang.service.peppol.http.Addresses;
import org.rechnungseingang.service.peppol.outbound.OutboundProperties.FixedEndpoint;
import org.rechnungseingang.service.peppol.smp.Endpoint;

/** Endpoints as the configuration has them. */
final class KnownEndpoints {

    private KnownEndpoints() {}

    /**
     * These, by participants in lower case.
     *
     * @throws IllegalStateException if one cannot be used, with its property's name
     */
    static Map<String, Endpoint> of(Map<String, FixedEndpoint> configured) {
        Map<String, Endpoint> known = new HashMap<>();
        configured.forEach((name, one) -> {
            String participant = one.participant().toLowerCase(Locale.ROOT);
            Endpoint other = known.put(participant, endpoint("endpoints." + name, one));
            OutboundProperties.hold(
                    other == null, "endpoints." + name + ".participant", participant + " has two endpoints");
        });
        return known;
    }

    private static Endpoint endpoint(String property, FixedEndpoint one) {
        OutboundProperties.hold(
                Addresses.isSafe(one.url()),
                property + ".url",
                "begins with https:// unless it is on this machine, not as " + one.url());
        return new Endpoint(
                one.url(),
                OutboundProperties.read(
                        property + ".certificate", () -> CertificateFiles.one(Path.of(one.certificate()))));
    }
}
