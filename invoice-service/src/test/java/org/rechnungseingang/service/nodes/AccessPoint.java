package org.rechnungseingang.service.nodes;

import java.util.Map;
import org.rechnungseingang.service.peppol.AMessage;
import org.rechnungseingang.service.peppol.TestPki;

/** What makes a node an access point that receives for the town. */
final class AccessPoint {

    private AccessPoint() {}

    static Map<String, String> properties() {
        return Map.of(
                "rechnungseingang.access-point.keys.one.file", TestPki.folder() + "/access-point.p12",
                "rechnungseingang.access-point.keys.one.password", TestPki.PASSWORD,
                "rechnungseingang.access-point.authorities", TestPki.folder() + "/access-point-ca.pem",
                "rechnungseingang.access-point.revocation-lists", TestPki.folder() + "/access-point-ca.crl",
                "rechnungseingang.peppol.musterstadt.participants", AMessage.RECEIVER);
    }
}
