package org.rechnungseingang.service.peppol.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CRL;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.peppol.TestPki;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.as4.CertificateFiles;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates;
import org.rechnungseingang.service.peppol.outbound.OutboundMessage.Kind;
import org.rechnungseingang.service.peppol.smp.Endpoint;
import org.rechnungseingang.service.peppol.smp.Lookup;
import org.rechnungseingang.service.peppol.smp.LookupFailed;

class FixedEndpointsTests {

    private static final Identifier PROVIDER = new Identifier("iso6523-actorid-upis", "0242:000200-A");

    private List<CRL> lists = List.copyOf(CertificateFiles.revocationLists(file("access-point-ca.crl")));

    @Test
    void goBeforeTheLookup() {
        Endpoint known = endpoint("sender");

        assertThat(find(Map.of("0242:000200-a", known), Optional.of(other()))).isEqualTo(known);
    }

    @Test
    void leaveOthersToTheLookup() {
        assertThat(find(Map.of(), Optional.of(other())).url()).isEqualTo(URI.create("https://other.example/as4"));
    }

    @Test
    void sayWhomNobodyKnows() {
        assertThatThrownBy(() -> find(Map.of(), Optional.empty()))
                .isInstanceOfSatisfying(
                        LookupFailed.class,
                        failed -> assertThat(failed.isFinal()).isTrue())
                .hasMessageContaining("0242:000200-A");
    }

    @Test
    void areNotBelievedWithoutReason() {
        assertThatThrownBy(() -> find(Map.of("0242:000200-a", endpoint("sender-revoked")), Optional.of(other())))
                .isInstanceOfSatisfying(
                        LookupFailed.class,
                        failed -> assertThat(failed.isFinal()).isTrue())
                .hasMessageContaining("REVOKED");
    }

    /** As long as it is not known whether they were revoked. */
    @Test
    void areAskedAgainWhereNobodyKnows() {
        lists = List.of();

        assertThatThrownBy(() -> find(Map.of("0242:000200-a", endpoint("sender")), Optional.of(other())))
                .isInstanceOfSatisfying(
                        LookupFailed.class,
                        failed -> assertThat(failed.isFinal()).isFalse());
    }

    private Endpoint find(Map<String, Endpoint> known, Optional<Lookup> next) {
        Kind kind = Kind.MESSAGE_LEVEL_STATUS;
        TrustedCertificates trusted = new TrustedCertificates(
                CertificateFiles.certificates(file("access-point-ca.pem")),
                TrustedCertificates.Revocation.HARD_FAIL,
                () -> lists,
                Clock.systemUTC());
        return new FixedEndpoints(known, trusted, next).find(PROVIDER, kind.documentType(), kind.process());
    }

    private static Lookup other() {
        return (participant, documentType, process) -> new Endpoint(
                URI.create("https://other.example/as4"), endpoint("sender").certificate());
    }

    private static Endpoint endpoint(String certificate) {
        return new Endpoint(URI.create("https://known.example/as4"), CertificateFiles.one(file(certificate + ".pem")));
    }

    private static Path file(String name) {
        return TestPki.folder().resolve(name);
    }
}
