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
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Whose certificates are believed: those that an issuing authority for access points has signed, that are valid now and
 * not revoked (RFC 5280). An authority is an anchor itself; other certificates under the same root, as those of service
 * metadata publishers, are not believed.
 */
public final class TrustedCertificates {

    private static final int DIGITAL_SIGNATURE = 0;

    private final Set<TrustAnchor> anchors;
    private final Revocation revocation;
    private final Supplier<? extends Collection<? extends CRL>> lists;
    private final Clock clock;

    /** How it is found out whether a certificate was revoked. */
    public enum Revocation {
        /** By lists and by asking; who cannot be asked about is not believed. */
        HARD_FAIL,
        /** The same, but who cannot be asked about is believed. */
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
        this.anchors = authorities.stream()
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toUnmodifiableSet());
        this.revocation = revocation;
        this.lists = lists;
        this.clock = clock;
    }

    /** Why the certificate is not believed; empty if it is. */
    public Optional<String> objection(X509Certificate certificate) {
        try {
            boolean[] usage = certificate.getKeyUsage();
            if (usage != null && !usage[DIGITAL_SIGNATURE]) {
                return Optional.of("The certificate is not for signatures");
            }
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
            CertPathValidator validator = CertPathValidator.getInstance("PKIX");
            validator.validate(path, parameters(validator));
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of("The certificate is not believed: " + reason(e));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String reason(CertPathValidatorException refusal) {
        return refusal.getReason() == CertPathValidatorException.BasicReason.UNSPECIFIED
                ? String.valueOf(refusal.getMessage())
                : refusal.getReason().toString();
    }

    private PKIXParameters parameters(CertPathValidator validator) throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(anchors);
        parameters.setDate(Date.from(clock.instant()));
        parameters.setRevocationEnabled(false);
        if (revocation != Revocation.OFF && validator.getRevocationChecker() instanceof PKIXRevocationChecker checker) {
            checker.setOptions(
                    revocation == Revocation.SOFT_FAIL
                            ? EnumSet.of(PKIXRevocationChecker.Option.SOFT_FAIL)
                            : EnumSet.noneOf(PKIXRevocationChecker.Option.class));
            parameters.addCertPathChecker(checker);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists.get())));
        }
        return parameters;
    }
}
