package org.rechnungseingang.service.peppol.as4;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/** Files of certificates and of revocation lists, PEM or DER. */
public final class CertificateFiles {

    private CertificateFiles() {}

    /**
     * The certificates of a file.
     *
     * @throws IllegalStateException if there is none or it cannot be read
     */
    public static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> found = read(file, CertificateFactory::generateCertificates).stream()
                .map(X509Certificate.class::cast)
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("There is no certificate in " + file);
        }
        return found;
    }

    /**
     * The first certificate of a file.
     *
     * @throws IllegalStateException if there is none or it cannot be read
     */
    public static X509Certificate one(Path file) {
        return certificates(file).get(0);
    }

    /**
     * The revocation lists of a file.
     *
     * @throws IllegalStateException if it cannot be read
     */
    public static Collection<? extends CRL> revocationLists(Path file) {
        return read(file, CertificateFactory::generateCRLs);
    }

    private static <T> Collection<? extends T> read(Path file, Reading<T> reading) {
        try (InputStream in = Files.newInputStream(file)) {
            return reading.read(CertificateFactory.getInstance("X.509"), in);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Certificates could not be read from " + file, e);
        }
    }

    /** One of the two things that such a file holds. */
    private interface Reading<T> {

        Collection<? extends T> read(CertificateFactory factory, InputStream in) throws GeneralSecurityException;
    }
}
