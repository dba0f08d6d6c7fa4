package org.rechnungseingang.samples.peppol;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Certificates in the shape of Peppol's test PKI of 2025 (G3), made up: a root, an authority for access points and one for
 * service metadata publishers, those whom they vouch for, and those whom a receiver must not believe.
 */
final class MadeUpPki {

    /** Whose keys there are; each is a file of PKCS #12 and a certificate as PEM. */
    static final List<String> HOLDERS = List.of(
            "access-point",
            "access-point-next",
            "sender",
            "other-sender",
            "sender-expired",
            "sender-not-yet",
            "sender-revoked",
            "sender-foreign",
            "sender-smp");

    private static final String NOBODY = ",OU=MADE UP FOR TESTS,O=Rechnungseingang samples,C=DE";
    private static final String ROOT = "CN=PEPPOL Root TEST CA - G3" + NOBODY;
    private static final String ACCESS_POINTS = "CN=PEPPOL ACCESS POINT TEST CA - G3" + NOBODY;
    private static final String PUBLISHERS = "CN=PEPPOL SERVICE METADATA PUBLISHER TEST CA - G3" + NOBODY;
    private static final String SERVICE = "CN=POP000100,OU=PEPPOL TEST AP,O=Musterstadt,C=DE";
    private static final String SENDER = "CN=POP000200,OU=PEPPOL TEST AP,O=Postweg GmbH,C=DE";
    private static final String OTHER_SENDER = "CN=POP000300,OU=PEPPOL TEST AP,O=Briefbote AG,C=DE";
    private static final Duration PAST = Duration.ofDays(2 * 365);

    private final Path folder;
    private final char[] password;
    private final Validity now;
    private final Optional<String> revocations;

    /**
     * @param folder where the files go
     * @param revocations address under which the folder's revocation lists are said to lie
     */
    MadeUpPki(Path folder, String password, Validity now, Optional<String> revocations) {
        this.folder = folder;
        this.password = password.toCharArray();
        this.now = now;
        this.revocations = revocations.map(address -> address + "/access-point-ca.crl");
    }

    void write() throws GeneralSecurityException, IOException {
        Validity always = now.from(now.from().minus(PAST));
        Authority root = Authority.root(ROOT, always);
        Authority accessPoints = root.issuing(ACCESS_POINTS, always);
        Authority publishers = root.issuing(PUBLISHERS, always);
        Authority foreign = Authority.root(ROOT, always).issuing(ACCESS_POINTS, always);
        writeHolders(accessPoints);
        writeKey("sender-foreign", foreign, SENDER, now);
        writeKey("sender-smp", publishers, SENDER, now);
        X509Certificate revoked = writeKey("sender-revoked", accessPoints, SENDER, now);
        writeAuthority("access-point-ca", accessPoints, List.of(revoked));
        writeAuthority("smp-ca", publishers, List.of());
        writeAuthority("root", root, List.of());
    }

    private void writeHolders(Authority accessPoints) throws GeneralSecurityException, IOException {
        Instant yesterday = now.from().minus(Duration.ofDays(1));
        Validity past = new Validity(yesterday.minus(PAST), yesterday);
        Validity future = now.from(
                now.until().minus(Duration.between(now.from(), now.until()).dividedBy(2)));
        writeKey("access-point", accessPoints, SERVICE, now);
        writeKey("access-point-next", accessPoints, SERVICE, now);
        writeKey("sender", accessPoints, SENDER, now);
        writeKey("other-sender", accessPoints, OTHER_SENDER, now);
        writeKey("sender-expired", accessPoints, SENDER, past);
        writeKey("sender-not-yet", accessPoints, SENDER, future);
    }

    private void writeAuthority(String name, Authority authority, List<X509Certificate> revoked)
            throws GeneralSecurityException, IOException {
        Files.writeString(folder.resolve(name + ".pem"), Pem.of(authority.certificate()));
        Files.write(
                folder.resolve(name + ".crl"), authority.revoke(revoked, now).getEncoded());
    }

    private X509Certificate writeKey(String name, Authority authority, String subject, Validity validity)
            throws GeneralSecurityException, IOException {
        Credential issued = authority.issue(subject, validity, revocations);
        Files.writeString(folder.resolve(name + ".pem"), Pem.of(issued.certificate()));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, password);
        Certificate[] chain = {issued.certificate(), authority.certificate()};
        keys.setKeyEntry(name, issued.key(), password, chain);
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".p12"))) {
            keys.store(out, password);
        }
        return issued.certificate();
    }
}
