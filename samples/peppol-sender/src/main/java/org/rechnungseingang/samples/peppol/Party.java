package org.rechnungseingang.samples.peppol;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** The access point that a certificate is of: its common name, for instance POP000100 (Peppol AS4 profile). */
final class Party {

    private Party() {}

    static String of(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Optional.of(subject.getRDNs(BCStyle.CN))
                .filter(names -> names.length == 1)
                .map(names -> IETFUtils.valueToString(names[0].getFirst().getValue()))
                .orElseThrow(() -> new IllegalArgumentException("no common name in " + subject));
    }
}
