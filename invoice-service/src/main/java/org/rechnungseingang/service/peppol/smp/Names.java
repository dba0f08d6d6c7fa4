package org.rechnungseingang.service.peppol.smp;

/** The namespaces and fixed values of a publisher's answer. */
final class Names {

    static final String SMP = "http://busdox.org/serviceMetadata/publishing/1.0/";
    static final String IDENTIFIERS = "http://busdox.org/transport/identifiers/1.0/";
    static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

    /** Code list of transport profiles: the Peppol AS4 profile. */
    static final String AS4 = "peppol-transport-as4-v2_0";

    private Names() {}
}
