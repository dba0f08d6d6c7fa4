package org.rechnungseingang.service.peppol;

import java.nio.file.Path;
import java.time.Clock;
import org.rechnungseingang.service.peppol.as4.CertificateFiles;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates;
import org.springframework.stereotype.Component;

/** Whom this installation believes, by the authority that issued the certificate. */
@Component
public class TrustFor {

    private final AccessPointProperties properties;
    private final RevocationLists lists;
    private final Clock clock;

    TrustFor(AccessPointProperties properties, Clock clock) {
        this.properties = properties;
        this.lists = new RevocationLists(
                properties.revocationLists().stream().map(Path::of).toList());
        this.clock = clock;
    }

    /** Those whose certificates the authorities in this file have issued. */
    public TrustedCertificates issuedBy(Path authorities) {
        return new TrustedCertificates(
                CertificateFiles.certificates(authorities), properties.revocation(), lists::all, clock);
    }
}
