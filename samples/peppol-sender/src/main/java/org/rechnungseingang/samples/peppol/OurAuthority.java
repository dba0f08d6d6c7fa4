package org.rechnungseingang.samples.peppol;

import com.helger.base.state.ETriState;
import com.helger.security.certificate.ECertificateCheckResult;
import com.helger.security.certificate.TrustedCAChecker;
import com.helger.security.revocation.ERevocationCheckMode;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands where phase4 checks the receiver's certificate before it sends, otherwise against Peppol's authorities and by
 * OCSP: here against the made-up authority and its revocation list.
 */
final class OurAuthority extends TrustedCAChecker {

    private static final Logger LOG = LoggerFactory.getLogger(OurAuthority.class);
    private static final Map<Reason, ECertificateCheckResult> REASONS = Map.of(
            BasicReason.EXPIRED, ECertificateCheckResult.EXPIRED,
            BasicReason.NOT_YET_VALID, ECertificateCheckResult.NOT_YET_VALID,
            BasicReason.REVOKED, ECertificateCheckResult.REVOKED);

    private final Pki pki;

    OurAuthority(Pki pki) {
        super(pki.authority());
        this.pki = pki;
    }

    @Override
    public ECertificateCheckResult checkCertificate(
            @Nullable X509Certificate certificate,
            @Nullable OffsetDateTime when,
            ETriState cached,
            @Nullable ERevocationCheckMode mode) {
        if (certificate == null) {
            return ECertificateCheckResult.NO_CERTIFICATE_PROVIDED;
        }
        try {
            pki.check(certificate);
            return ECertificateCheckResult.VALID;
        } catch (GeneralSecurityException e) {
            LOG.warn("not believed: {}", certificate.getSubjectX500Principal(), e);
            return e instanceof CertPathValidatorException path
                    ? REASONS.getOrDefault(path.getReason(), ECertificateCheckResult.UNSUPPORTED_ISSUER)
                    : ECertificateCheckResult.UNSUPPORTED_ISSUER;
        }
    }
}
