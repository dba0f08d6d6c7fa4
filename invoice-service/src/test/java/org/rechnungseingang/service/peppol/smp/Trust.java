package org.rechnungseingang.service.peppol.smp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.rechnungseingang.service.peppol.TestPki;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates.Revocation;

/** Whose certificates are believed in these tests. */
final class Trust {

    static final String PUBLISHERS = "smp-ca";
    static final String ACCESS_POINTS = "access-point-ca";

    private Trust() {}

    static TrustedCertificates in(String authority, Clock clock) {
        List<CRL> lists = Stream.of(PUBLISHERS, ACCESS_POINTS).map(Trust::list).toList();
        return new TrustedCertificates(
                List.of(TestPki.certificate(authority)), Revocation.HARD_FAIL, () -> lists, clock);
    }

    /** While no revocation list can be had. */
    static TrustedCertificates withoutLists(String authority) {
        return new TrustedCertificates(
                List.of(TestPki.certificate(authority)), Revocation.HARD_FAIL, List::of, Clock.systemUTC());
    }

    private static CRL list(String authority) {
        try (InputStream in = Files.newInputStream(TestPki.folder().resolve(authority + ".crl"))) {
            return CertificateFactory.getInstance("X.509").generateCRL(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
