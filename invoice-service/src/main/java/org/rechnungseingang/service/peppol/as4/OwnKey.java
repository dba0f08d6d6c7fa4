package org.rechnungseingang.service.peppol.as4;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A key of this access point with its certificate. The key is never shown.
 *
 * @param certificate the certificate, for others to see
 * @param key its private key
 */
public record OwnKey(X509Certificate certificate, PrivateKey key) {

    /**
     * The first key of a PKCS#12 file.
     *
     * @throws IllegalStateException if it cannot be read or has none
     */
    public static OwnKey in(Path file, String password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return first(store, password).orElseThrow(() -> new IllegalStateException("There is no key in " + file));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The access point's key could not be read from " + file, e);
        }
    }

    private static Optional<OwnKey> first(KeyStore store, String password) throws GeneralSecurityException {
        List<String> aliases = Collections.list(store.aliases());
        for (String alias : aliases) {
            if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return Optional.of(new OwnKey(certificate, key));
            }
        }
        return Optional.empty();
    }

    /** Until when the certificate lasts. */
    public Instant until() {
        return certificate.getNotAfter().toInstant();
    }

    boolean lasts(Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant()) && now.isBefore(until());
    }

    /** The name of this access point, as its certificate has it. */
    public String party() {
        return PartyName.of(certificate);
    }

    @Override
    public String toString() {
        return party() + " until " + until();
    }
}
