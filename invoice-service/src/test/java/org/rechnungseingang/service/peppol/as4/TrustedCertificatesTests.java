package org.rechnungseingang.service.peppol.as4;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.CertStatus;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates.Revocation;

/** Where a certificate says that one finds out whether it was revoked, it is found out; nobody else is asked, and not for long. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TrustedCertificatesTests {

    private static final CertStatus GOOD = new CertStatus();
    private static final CertStatus UNKNOWN = new CertStatus(2, DERNull.INSTANCE);
    private static final CertStatus REVOKED =
            new CertStatus(new RevokedInfo(new ASN1GeneralizedTime(new Date()), null));
    private static final Issuer ISSUER = new Issuer();
    private static final Issuer NAMESAKE = new Issuer();

    private RevocationServer server;

    @BeforeEach
    void listen() throws IOException {
        server = new RevocationServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A way to find out. */
    private interface Way extends Function<RevocationServer, X509Certificate> {}

    @ParameterizedTest
    @MethodSource
    void believesWhomTheIssuerVouchesFor(Way way) {
        assertThat(trusted(Revocation.HARD_FAIL).objection(way.apply(server))).isEmpty();
        assertThat(server.asked()).isNotEmpty();
    }

    static Stream<Named<Way>> believesWhomTheIssuerVouchesFor() {
        return Stream.of(
                way("a list", server -> byList(server.list(list(later())))),
                way("a responder", server -> byResponder(responder(server, ISSUER, GOOD))),
                way(
                        "a list where the responder is away",
                        server -> byBoth(server.list(list(later())), RevocationServer.nowhere())));
    }

    @ParameterizedTest
    @MethodSource
    void refusesForGoodWhomTheIssuerHasRevoked(Way way) {
        assertThat(trusted(Revocation.HARD_FAIL).objection(way.apply(server)))
                .contains(Objection.forGood("The certificate is not believed: REVOKED"));
        assertThat(trusted(Revocation.SOFT_FAIL).objection(way.apply(server))).isPresent();
    }

    static Stream<Named<Way>> refusesForGoodWhomTheIssuerHasRevoked() {
        return Stream.of(
                way("a list", server -> revokedByList(server, Optional.empty())),
                way("a responder", server -> byResponder(responder(server, ISSUER, REVOKED))),
                way(
                        "a list where the responder is away",
                        server -> revokedByList(server, Optional.of(RevocationServer.nowhere()))),
                way(
                        "a list where the responder talks nonsense",
                        server -> revokedByList(server, Optional.of(server.at(nonsense())))));
    }

    @ParameterizedTest
    @MethodSource
    void believesNobodyOfWhomItIsNotKnown(Way way) {
        isUndecided(trusted(Revocation.HARD_FAIL).objection(way.apply(server)));
    }

    @ParameterizedTest
    @MethodSource("silent")
    void believesNobodyOfWhomNobodyTells(Way way) {
        isUndecided(impatient(Revocation.HARD_FAIL).objection(way.apply(server)));
    }

    private static void isUndecided(Optional<Objection> objection) {
        assertThat(objection).hasValueSatisfying(known -> {
            assertThat(known.undecided()).as(known.reason()).isTrue();
            assertThat(known.refusal().error()).isEqualTo(EbmsError.DELIVERY_FAILURE);
        });
    }

    static Stream<Named<Way>> believesNobodyOfWhomItIsNotKnown() {
        return Stream.of(
                way("no address", server -> ISSUER.issue(Optional.empty(), Optional.empty())),
                way("a list over", server -> byList(server.list(list(over())))),
                way("a list of somebody else", server -> byList(server.list(NAMESAKE.list(List.of(), later())))),
                way("no list but a page", server -> byList(server.at(nonsense()))),
                way(
                        "an answer over",
                        server -> byResponder(server.responder(asked -> ISSUER.told(asked, GOOD, over())))),
                way("an answer by somebody else", server -> byResponder(responder(server, NAMESAKE, GOOD))),
                way("an answer that knows nothing", server -> byResponder(responder(server, ISSUER, UNKNOWN))),
                way("an answer that is a page", server -> byResponder(server.at(nonsense()))),
                told("come again", OCSPResponseStatus.TRY_LATER),
                told("not for you", OCSPResponseStatus.UNAUTHORIZED));
    }

    /** The JDK grants clocks a quarter of an hour: what is over is so for longer. */
    private static Instant over() {
        return Instant.now().minusSeconds(3_000);
    }

    /** Nobody answers. */
    static Stream<Named<Way>> silent() {
        return Stream.of(
                way("nobody has the list", server -> byList(RevocationServer.nowhere())),
                way("nobody answers", server -> byResponder(RevocationServer.nowhere())),
                way("the list is late", server -> byList(server.at(server::stall))),
                way("the answer is late", server -> byResponder(server.at(server::stall))),
                way("the list drips", server -> byList(server.at(server::drip))),
                way("the answer drips", server -> byResponder(server.at(server::drip))));
    }

    @ParameterizedTest
    @MethodSource("silent")
    void believesHimAllTheSameWhereThatIsConfigured(Way way) {
        assertThat(impatient(Revocation.SOFT_FAIL).objection(way.apply(server))).isEmpty();
    }

    @Test
    void asksNobodyWhereThatIsConfigured() {
        assertThat(trusted(Revocation.OFF).objection(revokedByList(server, Optional.empty())))
                .isEmpty();
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void goesToNoAddressOfSomebodyWhoIsNotBelieved(Way way) {
        assertThat(trusted(Revocation.HARD_FAIL).objection(way.apply(server)))
                .hasValueSatisfying(objection ->
                        assertThat(objection.undecided()).as(objection.reason()).isFalse());
        assertThat(server.asked()).isEmpty();
    }

    static Stream<Named<Way>> goesToNoAddressOfSomebodyWhoIsNotBelieved() {
        return Stream.of(
                way(
                        "another issuer of that name",
                        server -> NAMESAKE.issue(
                                Optional.of(server.list(NAMESAKE.list(List.of(), later()))),
                                Optional.of(responder(server, NAMESAKE, GOOD)))),
                way(
                        "a certificate over",
                        server -> ISSUER.issue(
                                Optional.of(server.list(list(later()))),
                                Optional.of(responder(server, ISSUER, GOOD)),
                                Instant.now().minusSeconds(60))));
    }

    @Test
    void asksTheJdkNotToWaitForLong() {
        trusted(Revocation.HARD_FAIL);

        assertThat(System.getProperties())
                .containsEntry("com.sun.security.ocsp.timeout", "4")
                .containsEntry("com.sun.security.crl.readtimeout", "4");
    }

    private static TrustedCertificates trusted(Revocation how) {
        return trusted(how, Duration.ofSeconds(60));
    }

    private static TrustedCertificates impatient(Revocation how) {
        return trusted(how, Duration.ofSeconds(1));
    }

    private static TrustedCertificates trusted(Revocation how, Duration longest) {
        return new TrustedCertificates(List.of(ISSUER.certificate()), how, List::of, Clock.systemUTC(), longest);
    }

    private static Named<Way> way(String name, Way way) {
        return Named.of(name, way);
    }

    private static Named<Way> told(String name, int status) {
        return way(name, server -> byResponder(server.responder(asked -> Issuer.nothing(status))));
    }

    private static X509Certificate byList(String address) {
        return ISSUER.issue(Optional.of(address), Optional.empty());
    }

    private static X509Certificate byResponder(String address) {
        return ISSUER.issue(Optional.empty(), Optional.of(address));
    }

    private static X509Certificate byBoth(String list, String responder) {
        return ISSUER.issue(Optional.of(list), Optional.of(responder));
    }

    private static X509Certificate revokedByList(RevocationServer server, Optional<String> responder) {
        List<X509Certificate> revoked = new CopyOnWriteArrayList<>();
        String address = server.at(exchange -> RevocationServer.send(exchange, ISSUER.list(revoked, later())));
        X509Certificate certificate = ISSUER.issue(Optional.of(address), responder);
        revoked.add(certificate);
        return certificate;
    }

    private static byte[] list(Instant until) {
        return ISSUER.list(List.of(), until);
    }

    private static String responder(RevocationServer server, Issuer issuer, CertStatus status) {
        return server.responder(asked -> issuer.told(asked, status, later()));
    }

    private static HttpHandler nonsense() {
        return exchange -> RevocationServer.send(exchange, "<html>It works</html>".getBytes(StandardCharsets.UTF_8));
    }

    private static Instant later() {
        return Instant.now().plusSeconds(600);
    }
}
