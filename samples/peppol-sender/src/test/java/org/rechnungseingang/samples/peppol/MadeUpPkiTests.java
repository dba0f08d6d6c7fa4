package org.rechnungseingang.samples.peppol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class MadeUpPkiTests {

    private static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void make() throws Exception {
        Validity validity = Validity.of(Instant.now(), Duration.ofDays(100));
        new MadeUpPki(folder, "secret", validity, Optional.of("http://localhost/crl")).write();
    }

    @ParameterizedTest
    @ValueSource(strings = {"access-point", "access-point-next", "sender", "other-sender"})
    void vouchesForAccessPoints(String name) {
        assertThatCode(() -> validateUpToTheRoot(name, "access-point-ca")).doesNotThrowAnyException();
        assertThatCode(() -> pki().check(certificate(name))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "sender-expired, EXPIRED, EXPIRED",
        "sender-not-yet, NOT_YET_VALID, NOT_YET_VALID",
        "sender-revoked, REVOKED, REVOKED",
        "sender-foreign, INVALID_SIGNATURE, NO_TRUST_ANCHOR"
    })
    void doesNotVouchForTheOthers(String name, String reasonUpToTheRoot, String reason) {
        assertThatExceptionOfType(CertPathValidatorException.class)
                .isThrownBy(() -> validateUpToTheRoot(name, "access-point-ca"))
                .extracting(MadeUpPkiTests::reason)
                .isEqualTo(reasonUpToTheRoot);
        assertThatExceptionOfType(CertPathValidatorException.class)
                .isThrownBy(() -> pki().check(certificate(name)))
                .extracting(MadeUpPkiTests::reason)
                .isEqualTo(reason);
    }

    private static String reason(CertPathValidatorException failure) {
        return failure.getReason().toString();
    }

    @Test
    void keepsPublishersApartBelowTheSameRoot() {
        assertThatCode(() -> validateUpToTheRoot("sender-smp", "smp-ca")).doesNotThrowAnyException();
        assertThatExceptionOfType(CertPathValidatorException.class)
                .isThrownBy(() -> pki().check(certificate("sender-smp")));
    }

    @ParameterizedTest
    @FieldSource("org.rechnungseingang.samples.peppol.MadeUpPki#HOLDERS")
    void givesEachAKeyWithTheChainBelowTheRoot(String name) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            keys.load(in, "secret".toCharArray());
        }
        Certificate[] chain = keys.getCertificateChain(name);

        assertThat(keys.size()).isEqualTo(1);
        assertThat(keys.getKey(name, "secret".toCharArray()).getAlgorithm()).isEqualTo("RSA");
        assertThat(chain).hasSize(2);
        assertThat(chain[0]).isEqualTo(certificate(name));
        assertThatCode(() -> chain[0].verify(chain[1].getPublicKey())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @FieldSource("org.rechnungseingang.samples.peppol.MadeUpPki#HOLDERS")
    void makesCertificatesAsPeppolDoes(String name) throws Exception {
        X509Certificate certificate = certificate(name);

        assertThat(Party.of(certificate)).matches("POP000[123]00");
        assertThat(certificate.getSubjectX500Principal().getName())
                .contains("OU=PEPPOL TEST AP")
                .contains("C=DE");
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withRSA");
        assertThat(certificate.getKeyUsage())
                .containsExactly(true, false, true, true, false, false, false, false, false);
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(new String(certificate.getExtensionValue(CRL_DISTRIBUTION_POINTS), StandardCharsets.ISO_8859_1))
                .endsWith("http://localhost/crl/access-point-ca.crl");
    }

    @Test
    void namesTheForeignAuthorityAsItsOwn() throws Exception {
        assertThat(certificate("sender-foreign").getIssuerX500Principal())
                .isEqualTo(certificate("sender").getIssuerX500Principal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "access-point-ca", "smp-ca"})
    void listsWhomItRevokedForAsLongAsTheCertificatesHold(String name) throws Exception {
        X509CRL list = list(name);

        assertThat(list.getNextUpdate()).isEqualTo(certificate("sender").getNotAfter());
        assertThat(list.isRevoked(certificate("sender-revoked"))).isEqualTo(name.equals("access-point-ca"));
        assertThatCode(() -> list.verify(certificate(name).getPublicKey())).doesNotThrowAnyException();
    }

    private static void validateUpToTheRoot(String name, String authority)
            throws GeneralSecurityException, IOException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(certificate("root"), null)));
        List<X509CRL> lists = new ArrayList<>();
        for (String issuer : List.of("root", "access-point-ca", "smp-ca")) {
            lists.add(list(issuer));
        }
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
        CertPathValidator.getInstance("PKIX")
                .validate(
                        CertificateFactory.getInstance("X.509")
                                .generateCertPath(List.of(certificate(name), certificate(authority))),
                        parameters);
    }

    private static Pki pki() throws GeneralSecurityException, IOException {
        return Pki.open(folder, "secret");
    }

    private static X509Certificate certificate(String name) throws GeneralSecurityException, IOException {
        return Pem.read(folder.resolve(name + ".pem"));
    }

    private static X509CRL list(String name) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".crl"))) {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
        }
    }
}
