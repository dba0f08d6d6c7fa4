package org.rechnungseingang.service.peppol.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.peppol.TestPki;
import org.rechnungseingang.service.peppol.WithoutDatabase;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.smp.Answer;
import org.rechnungseingang.service.peppol.smp.Endpoint;
import org.rechnungseingang.service.peppol.smp.Lookup;
import org.rechnungseingang.service.peppol.smp.LookupFailed;
import org.rechnungseingang.service.peppol.smp.LoopbackDirectory;
import org.rechnungseingang.service.peppol.smp.LoopbackPublisher;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the configuration may say about others. */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class OutboundTests {

    private static final String OUTBOUND = "rechnungseingang.access-point.outbound.";
    private static final String LOOKUP = OUTBOUND + "lookup.";
    private static final String PARTNER = OUTBOUND + "endpoints.partner.";
    private static final String SILENT = "no status messages are sent";
    private static final Identifier PROVIDER = new Identifier("iso6523-actorid-upis", "0242:000200");

    private final ApplicationContextRunner keyless =
            WithoutDatabase.keyless().withUserConfiguration(Properties.class, Outbound.class, WarnOfSilence.class);
    private final ApplicationContextRunner withKey = WithoutDatabase.anAccessPoint()
            .withUserConfiguration(Properties.class, Outbound.class, WarnOfSilence.class);
    private final ApplicationContextRunner withPartner = withKey.withPropertyValues(partner("sender"));
    private final ApplicationContextRunner withAuthority =
            withKey.withPropertyValues(LOOKUP + "authorities=" + file("smp-ca.pem"));
    private final ApplicationContextRunner withLookup =
            withAuthority.withPropertyValues(LOOKUP + "private-addresses=true");

    private LoopbackPublisher publisher;

    @BeforeEach
    void start() throws IOException {
        publisher = new LoopbackPublisher();
        publisher.answers(new Answer().bytes());
    }

    @AfterEach
    void stop() {
        publisher.close();
    }

    @Test
    void sendsNothingWhereItKnowsOfNobody(CapturedOutput output) {
        withKey.withPropertyValues(OUTBOUND + "country=AT", OUTBOUND + "patience=1s")
                .run(started -> {
                    assertThat(started).doesNotHaveBean(Lookup.class).doesNotHaveBean(DeliverMessage.class);
                    started.getBean(WarnOfSilence.class).warn();
                });

        assertThat(output).contains(SILENT);
    }

    @Test
    void sendsNothingWithoutAKey(CapturedOutput output) {
        keyless.withPropertyValues(partner("sender")).run(started -> {
            assertThat(started).doesNotHaveBean(Lookup.class).doesNotHaveBean(TellSender.class);
            started.getBean(WarnOfSilence.class).warn();
        });

        assertThat(output).doesNotContain(SILENT);
    }

    @Test
    void findsEndpointsThatAreConfiguredAndNoOthers(CapturedOutput output) {
        withPartner.run(started -> {
            Lookup lookup = started.getBean(Lookup.class);

            assertThat(started).hasSingleBean(DeliverMessage.class).hasSingleBean(TellSender.class);
            assertThat(find(lookup, PROVIDER).url()).hasToString("https://as4.partner.example/as4");
            assertRefused(lookup, Answer.PARTICIPANT, "No endpoint is configured");
            started.getBean(WarnOfSilence.class).warn();
        });

        assertThat(output).doesNotContain(SILENT);
    }

    @Test
    void asksThePublisherThatIsConfigured() {
        withPublisher(lookup -> assertThat(find(lookup, Answer.PARTICIPANT))
                .isEqualTo(new Endpoint(URI.create(Answer.URL), TestPki.certificate("access-point"))));
    }

    @Test
    void asksTheDirectoryThatIsConfigured() throws IOException {
        try (LoopbackDirectory directory = directory()) {
            withLookup
                    .withPropertyValues(LOOKUP + "server=" + directory.address())
                    .run(started -> assertThat(find(started.getBean(Lookup.class), Answer.PARTICIPANT)
                                    .url())
                            .hasToString(Answer.URL));
        }
    }

    @Test
    void isLedIntoNoPrivateNetworkByDefault() throws IOException {
        try (LoopbackDirectory directory = directory()) {
            withAuthority
                    .withPropertyValues(LOOKUP + "server=" + directory.address())
                    .run(started -> assertRefused(
                            started.getBean(Lookup.class), Answer.PARTICIPANT, "does not begin with https://"));
        }
        assertThat(publisher.asked()).isEmpty();
    }

    private LoopbackDirectory directory() throws IOException {
        return new LoopbackDirectory(
                LoopbackDirectory.KNOWN,
                LoopbackDirectory.naptr(100, 10, "U", "Meta:SMP", "!.*!" + publisher.address() + "!"));
    }

    /** Of the same root, but not issued for that. */
    @Test
    void believesNoAccessPointAsAPublisher() {
        publisher.answers(
                new Answer().signing(signing -> signing.signer("sender")).bytes());

        withPublisher(lookup ->
                assertRefused(lookup, Answer.PARTICIPANT, "The publisher's certificate", "believed: NO_TRUST_ANCHOR"));
    }

    @Test
    void believesNoPublisherAsAnAccessPoint() {
        publisher.answers(new Answer()
                .saying(Answer.encoded("access-point"), Answer.encoded("sender-smp"))
                .bytes());

        withPublisher(lookup -> assertRefused(
                lookup, Answer.PARTICIPANT, "The access point's certificate", "believed: NO_TRUST_ANCHOR"));
    }

    @Test
    void believesNoPublisherAsAnAccessPointThatIsConfigured() {
        withLookup
                .withPropertyValues(partner("sender-smp"))
                .run(started -> assertRefused(started.getBean(Lookup.class), PROVIDER, "NO_TRUST_ANCHOR"));
    }

    @Test
    void waitsForPublishersAsLongAsItIsSaidForThem() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            withLookup
                    .withPropertyValues(
                            LOOKUP + "publisher=http://127.0.0.1:" + silent.getLocalPort(),
                            LOOKUP + "patience=300ms",
                            OUTBOUND + "patience=1h")
                    .run(started -> assertRefused(
                            started.getBean(Lookup.class), Answer.PARTICIPANT, "no whole answer within PT0.3S"));
        }
    }

    @Test
    void waitsNotForeverByDefault() {
        withKey.withPropertyValues(LOOKUP + "authorities=x").run(started -> {
            OutboundProperties properties = started.getBean(OutboundProperties.class);

            assertThat(properties.patience()).isEqualTo(Duration.ofSeconds(30));
            assertThat(properties.network().orElseThrow().patience()).isEqualTo(Duration.ofSeconds(10));
            assertThat(properties.network().orElseThrow().privateAddresses()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://as4.partner.example/as4",
                "http://10.0.0.1",
                "ftp://127.0.0.1",
                "as4.partner.example",
                "https:as4",
                "https://user@as4.partner.example"
            })
    void sendsNothingInPlainText(String url) {
        assertWrong(withPartner, PARTNER + "url=" + url, PARTNER + "url: begins with https://");
        assertWrong(
                withLookup, LOOKUP + "publisher=" + url, LOOKUP + "publisher: A publisher's address begins with https");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000200",
                "POP000200",
                "0242:",
                "242:000200",
                "0242:000 200",
                "0242:00\u00e4",
                "iso6523-actorid-upis::0242:000200"
            })
    void knowsParticipantsByTheirNumbers(String participant) {
        assertWrong(withPartner, PARTNER + "participant=" + participant, "'endpoints[partner].participant'");
    }

    @Test
    void knowsAParticipantOnce() {
        assertWrong(
                withPartner.withPropertyValues(
                        PARTNER + "participant=0242:000200-a",
                        OUTBOUND + "endpoints.again.url=https://as4.partner.example/other",
                        OUTBOUND + "endpoints.again.certificate=" + file("sender.pem")),
                OUTBOUND + "endpoints.again.participant=0242:000200-A",
                ".participant: 0242:000200-a has two endpoints");
    }

    @ParameterizedTest
    @CsvSource({"nothing.pem, Certificates could not be read from", "smp-ca.crl, Certificates could not be read from"})
    void readsCertificatesAtTheStart(String name, String reason) {
        assertWrong(withPartner, PARTNER + "certificate=" + file(name), PARTNER + "certificate: " + reason);
        assertWrong(withLookup, LOOKUP + "authorities=" + file(name), LOOKUP + "authorities: " + reason);
    }

    @Test
    void believesNoPublisherWithoutAnAuthority() {
        assertWrong(withKey, LOOKUP + "zone=participant.example", "'lookup.authorities'");
    }

    private static void assertWrong(ApplicationContextRunner context, String property, String reason) {
        context.withPropertyValues(property)
                .run(started ->
                        assertThatThrownBy(() -> started.getBean(Lookup.class)).hasStackTraceContaining(reason));
    }

    private void withPublisher(Consumer<Lookup> test) {
        withLookup
                .withPropertyValues(LOOKUP + "publisher=" + publisher.address())
                .run(started -> test.accept(started.getBean(Lookup.class)));
    }

    private static Endpoint find(Lookup lookup, Identifier participant) {
        return lookup.find(participant, Answer.DOCUMENT_TYPE, Answer.PROCESS);
    }

    private static void assertRefused(Lookup lookup, Identifier participant, String... reasons) {
        LookupFailed refusal = catchThrowableOfType(LookupFailed.class, () -> find(lookup, participant));

        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).contains(reasons);
    }

    private static String[] partner(String certificate) {
        return new String[] {
            PARTNER + "participant=0242:000200",
            PARTNER + "url=https://as4.partner.example/as4",
            PARTNER + "certificate=" + file(certificate + ".pem")
        };
    }

    private static String file(String name) {
        return TestPki.folder().resolve(name).toString();
    }

    @EnableConfigurationProperties(OutboundProperties.class)
    static final class Properties {}
}
