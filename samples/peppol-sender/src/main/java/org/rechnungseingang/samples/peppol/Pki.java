package org.rechnungseingang.samples.peppol;

import com.helger.phase4.crypto.AS4CryptoFactoryInMemoryKeyStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/** The keys of a {@link PkiFolder}, and who is believed. */
final class Pki {

    private final Path folder;
    private final char[] password;
    private final X509Certificate authority;
    private final X509CRL revoked;

    private Pki(Path folder, String password, X509Certificate authority, X509CRL revoked) {
        this.folder = folder;
        this.password = password.toCharArray();
        this.authority = authority;
        this.revoked = revoked;
    }

    static Pki open(Path folder, String password) throws GeneralSecurityException, IOException {
        X509Certificate authority = Pem.read(folder.resolve("access-point-ca.pem"));
        try (InputStream in = Files.newInputStream(folder.resolve("access-point-ca.crl"))) {
            X509CRL revoked = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
            return new Pki(folder, password, authority, revoked);
        }
    }

    /** The authority for access points. */
    X509Certificate authority() {
        return authority;
    }

    /** @param file relative to the folder, or absolute */
    X509Certificate certificate(String file) throws GeneralSecurityException, IOException {
        return Pem.read(folder.resolve(file));
    }

    /**
     * Believes whom the authority for access points vouches for, now, and has not revoked. An authority beside it below the
     * same root may not vouch for access points.
     *
     * @throws GeneralSecurityException that says why the certificate is not believed
     */
    void check(X509Certificate certificate) throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
        CollectionCertStoreParameters lists = new CollectionCertStoreParameters(List.of(revoked));
        parameters.addCertStore(CertStore.getInstance("Collection", lists));
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    /**
     * The key of somebody in the folder for phase4, and whom it is to believe: it wants the root, too, and looks into no
     * revocation list, therefore {@link #check} comes besides.
     */
    AS4CryptoFactoryInMemoryKeyStore crypto(String name) throws GeneralSecurityException, IOException {
        KeyStore stored = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            stored.load(in, password);
        }
        KeyStore keys = empty();
        // Without the authority, for whom phase4 would look here first; a foreign one has the same name.
        Certificate[] alone = {stored.getCertificate(name)};
        keys.setKeyEntry(name, stored.getKey(name, password), password, alone);
        KeyStore believed = empty();
        believed.setCertificateEntry("access-point-ca", authority);
        believed.setCertificateEntry("root", certificate("root.pem"));
        return new AS4CryptoFactoryInMemoryKeyStore(keys, name, password, believed);
    }

    private KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        return store;
    }
}
