package org.rechnungseingang.service.peppol;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.smp.Endpoint;
import org.rechnungseingang.service.peppol.smp.Lookup;
import org.rechnungseingang.service.peppol.smp.LookupFailed;
import org.springframework.context.annotation.Primary;

/** Where participants receive, as the tests say. */
@Primary
public class TestLookup implements Lookup {

    private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();

    /** From now on this participant receives there, with the certificate of this name. */
    public void put(String participant, URI url, String certificate) {
        endpoints.put(participant, new Endpoint(url, TestPki.certificate(certificate)));
    }

    @Override
    public Endpoint find(Identifier participant, Identifier documentType, Identifier process) {
        return Optional.ofNullable(endpoints.get(participant.value()))
                .orElseThrow(() -> new LookupFailed(participant.value() + " is not registered", true));
    }
}
