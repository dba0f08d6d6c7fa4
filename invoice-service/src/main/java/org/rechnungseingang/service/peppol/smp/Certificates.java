package org.rechnungseingang.service.peppol.smp;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.regex.Pattern;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates;

/** Certificates in an answer. */
final class Certificates {

    private static final Pattern ARMOUR_OR_SPACE = Pattern.compile("-----(BEGIN|END) CERTIFICATE-----|\\s+");

    private Certificates() {}

    /**
     * A certificate as it stands in a text: DER in Base64, in lines or with the armour of PEM, as some publishers have it.
     *
     * @param whose whose it is, for the reason
     */
    static X509Certificate of(String text, String whose) {
        String unreadable = whose + " cannot be read";
        try {
            byte[] der =
                    Base64.getDecoder().decode(ARMOUR_OR_SPACE.matcher(text).replaceAll(""));
            if (CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der))
                    instanceof X509Certificate certificate) {
                return certificate;
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw LookupFailed.forGood(unreadable, e);
        }
        throw LookupFailed.forGood(unreadable);
    }

    /**
     * Fails unless it is believed under these authorities.
     *
     * @param whose whose it is, for the reason
     */
    static void believe(X509Certificate certificate, TrustedCertificates authorities, String whose) {
        authorities.objection(certificate).ifPresent(objection -> {
            throw new LookupFailed(
                    whose + " (" + certificate.getSubjectX500Principal().getName() + "): " + objection.reason(),
                    !objection.undecided());
        });
    }
}
