package org.rechnungseingang.service.peppol.as4;

import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose certificates are believed: those that an issuing authority for access points has signed, that are valid now and
 * not revoked (RFC 5280). An authority is an anchor itself; other certificates under the same root, as those of service
 * metadata publishers, are not believed.
 */
public final class TrustedCertificates {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int MOST_QUESTIONS = 16;

    /** For asking the issuer and for reading his list after that; a stream that drips would go on for ever. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    static {
        // In seconds. The JDK reads them once, when it asks for the first time; those that an operator sets count.
        Stream.of("ocsp.timeout", "ocsp.readtimeout", "crl.timeout", "crl.readtimeout")
                .forEach(name -> System.getProperties().putIfAbsent("com.sun.security." + name, "4"));
    }

    private final Set<TrustAnchor> anchors;
    private final Revocation revocation;
    private final Supplier<? extends Collection<? extends CRL>> lists;
    private final Clock clock;
    private final Patience patience;

    /** How it is found out whether a certificate was revoked. */
    public enum Revocation {
        /** By lists and by asking; who cannot be asked about is not believed. */
        HARD_FAIL,
        /** The same, but of whom it cannot be found out is believed. */
        SOFT_FAIL,
        /** Not at all. */
        OFF
    }

    /**
     * With these authorities.
     *
     * @param lists revocation lists beside those that certificates name by themselves, asked for at each check
     */
    public TrustedCertificates(
            List<X509Certificate> authorities,
            Revocation revocation,
            Supplier<? extends Collection<? extends CRL>> lists,
            Clock clock) {
        this(authorities, revocation, lists, clock, LONGEST);
    }

    TrustedCertificates(
            List<X509Certificate> authorities,
            Revocation revocation,
            Supplier<? extends Collection<? extends CRL>> lists,
            Clock clock,
            Duration longest) {
        this.anchors = authorities.stream()
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toUnmodifiableSet());
        this.revocation = revocation;
        this.lists = lists;
        this.clock = clock;
        this.patience = new Patience(longest, "certificates", MOST_QUESTIONS);
    }

    /** Why the certificate is not believed; empty if it is. */
    public Optional<Objection> objection(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) {
            return Optional.of(Objection.forGood("The certificate is not for signatures"));
        }
        return failure(certificate, false)
                .map(failure -> Objection.forGood("The certificate is not believed: " + reason(failure)))
                .or(() -> revocation == Revocation.OFF ? Optional.empty() : revoked(certificate))
                .filter(objection -> revocation != Revocation.SOFT_FAIL || !objection.undecided());
    }

    // Nobody is asked about a certificate, at an address that it names, before it is known who has issued it.
    private Optional<Objection> revoked(X509Certificate certificate) {
        try {
            return patience.ask(() -> failure(certificate, true)).map(TrustedCertificates::revoked);
        } catch (Patience.Over e) {
            return Optional.of(Objection.forNow("nobody has answered in time"));
        }
    }

    private static Objection revoked(CertPathValidatorException failure) {
        return failure.getReason() == CertPathValidatorException.BasicReason.REVOKED
                ? Objection.forGood("The certificate is not believed: " + reason(failure))
                : Objection.forNow(reason(failure));
    }

    private Optional<CertPathValidatorException> failure(X509Certificate certificate, boolean askingForRevocation) {
        try {
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
            CertPathValidator validator = CertPathValidator.getInstance("PKIX");
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setDate(Date.from(clock.instant()));
            parameters.setRevocationEnabled(false);
            if (askingForRevocation) {
                parameters.addCertPathChecker((PKIXRevocationChecker) validator.getRevocationChecker());
                parameters.addCertStore(
                        CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists.get())));
            }
            validator.validate(path, parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String reason(CertPathValidatorException failure) {
        return failure.getReason() == CertPathValidatorException.BasicReason.UNSPECIFIED
                ? String.valueOf(failure.getMessage())
                : failure.getReason().toString();
    }
}
