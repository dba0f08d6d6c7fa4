package org.rechnungseingang.service.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Which certificates of mail servers are believed. */
final class Trust {

    private Trust() {}

    /**
     * Sockets that believe the certificates of this file, or those that Java believes.
     *
     * @throws IllegalStateException if the file holds no certificate
     */
    static SSLSocketFactory in(Optional<Path> file) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
            believed.load(null, null);
            if (file.isPresent()) {
                read(file.get(), believed);
                managers.init(believed);
            } else {
                managers.init((KeyStore) null);
            }
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("No certificates (PEM) could be read from " + file, e);
        }
    }

    private static void read(Path file, KeyStore into) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                into.setCertificateEntry("certificate " + into.size(), certificate);
            }
        }
        if (into.size() == 0) {
            throw new IOException("no certificate");
        }
    }
}
