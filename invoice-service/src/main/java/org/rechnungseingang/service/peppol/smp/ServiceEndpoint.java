package org.rechnungseingang.service.peppol.smp;

import org.rechnungseingang.service.peppol.as4.TrustedCertificates;
import org.w3c.dom.Element;

/**
 * An endpoint as a publisher says it.
 *
 * @param address where messages go
 * @param period when it is served
 * @param certificate DER in Base64
 */
record ServiceEndpoint(String address, ServicePeriod period, String certificate) {

    /** What its address is called in reasons. */
    static final String ADDRESS = "The access point's address";

    static ServiceEndpoint of(Element endpoint) {
        return new ServiceEndpoint(
                Elements.text(
                        Elements.required(endpoint, Names.ADDRESSING, "EndpointReference"),
                        Names.ADDRESSING,
                        "Address"),
                ServicePeriod.of(endpoint),
                Elements.text(endpoint, Names.SMP, "Certificate"));
    }

    /** The same, if it can be sent to: at such an address, and to somebody for whom one of the authorities vouches. */
    Endpoint believed(TrustedCertificates authorities, FoundAddresses addresses) {
        Endpoint endpoint = new Endpoint(
                addresses.of(address, ADDRESS), Certificates.of(certificate, "The access point's certificate"));
        Certificates.believe(endpoint.certificate(), authorities, "The access point's certificate");
        return endpoint;
    }

    @Override
    public String toString() {
        return address + " " + period;
    }
}
