package org.rechnungseingang.service.peppol.smp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.peppol.TestPki;
import org.rechnungseingang.service.peppol.http.Http;

/** What a publisher may answer instead, and where it may send. */
@Timeout(120)
class PublisherInTroubleTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final String PUBLISHER =
            TestPki.certificate("sender-smp").getSubjectX500Principal().getName();

    private final CountDownLatch over = new CountDownLatch(1);
    private LoopbackPublisher publisher;

    @BeforeEach
    void start() throws IOException {
        publisher = new LoopbackPublisher();
    }

    @AfterEach
    void stop() {
        over.countDown();
        publisher.close();
    }

    @Test
    void hasNothingAboutTheParticipant() {
        assertRefused("Not registered: the publisher has nothing about this participant and document type", true);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 400, 403, 429, 500, 503})
    void answersWithAStatusThatMayPass(int status) {
        publisher.does(exchange -> LoopbackPublisher.send(exchange, status, new byte[0]));

        assertRefused("answered with status " + status, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void isNotFollowedWhereHttpSends(int status) {
        byte[] answer = new Answer().bytes();
        publisher.at("/elsewhere", exchange -> LoopbackPublisher.send(exchange, 200, answer));
        publisher.does(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            LoopbackPublisher.send(exchange, status, new byte[0]);
        });

        assertRefused("answered with status " + status, false);
        assertThat(publisher.asked()).hasSize(1);
    }

    @Test
    void isSilent() {
        publisher.does(exchange -> await());

        assertRefused("no whole answer within PT0.7S", false, SHORT);
    }

    @Test
    void speaksTooSlowly() {
        publisher.does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('<');
            exchange.getResponseBody().flush();
            await();
        });

        assertRefused("no whole answer within PT0.7S", false, SHORT);
    }

    @Test
    void speaksWithoutEnd() {
        publisher.does(PublisherInTroubleTests::speakWithoutEnd);

        assertRefused("has more than 1048576 bytes", true);
    }

    private static void speakWithoutEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int piece = 0; piece < 100_000; piece++) {
                out.write(new byte[10_000]);
            }
        }
    }

    @Test
    void breaksOff() {
        publisher.does(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.close();
        });

        assertRefused("cannot be asked", false);
    }

    @Test
    void isNotThere() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        assertRefused(new FixedPublisher(nobody), "cannot be asked", false, PATIENCE);
    }

    @Test
    void isNotWhoItSays() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(ownTls()));
        server.start();
        try {
            URI address = URI.create("https://localhost:" + server.getAddress().getPort());
            assertRefused(new FixedPublisher(address), "cannot be asked", false, PATIENCE);
        } finally {
            server.stop(0);
        }
    }

    // A certificate that no browser would believe.
    private static SSLContext ownTls() throws Exception {
        char[] password = TestPki.PASSWORD.toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(
                KeyStore.getInstance(TestPki.folder().resolve("sender-smp.p12").toFile(), password), password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return tls;
    }

    @Test
    void isNotAskedInPlainText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FixedPublisher(URI.create("http://smp.example.org")))
                .withMessageContaining("begins with https://");
    }

    @Test
    void redirectsToAnotherThanItNames() {
        redirect("CN=POP000999,OU=PEPPOL TEST SMP,O=Somebody,C=DE", new Answer());

        assertRefused("and names another publisher: CN=POP000999", true);
    }

    @Test
    void redirectsToNobodyByName() {
        redirect("POP000200", new Answer());

        assertRefused("and names another publisher: POP000200", true);
    }

    @Test
    void redirectsTwice() {
        redirect(PUBLISHER, Answer.redirect(publisher.address() + "/third", PUBLISHER));

        assertRefused("leads to another redirect", true);
        assertThat(publisher.asked()).hasSize(2);
    }

    @Test
    void redirectsToSomebodyWhoIsNoPublisher() {
        redirect(PUBLISHER, new Answer().signing(signing -> signing.signer("sender")));

        assertRefused(
                "The publisher's certificate (C=DE,O=Postweg GmbH,OU=PEPPOL TEST AP,CN=POP000200): The certificate is not believed",
                true);
    }

    @Test
    void redirectsToAnswersAboutOthers() {
        redirect(PUBLISHER, new Answer().saying(Answer.PARTICIPANT.value(), "0204:2"));

        assertRefused("is about another participant", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://smp.example.org/", "file:///etc/passwd", "/here", ""})
    void redirectsToWhereNobodyIsAsked(String address) {
        publisher.answers(Answer.redirect(address, PUBLISHER).bytes());

        assertRefused("The redirect's address does not begin with https://", true);
    }

    /** The operator trusts his own publisher on this machine; it does not lead to others here. */
    @Test
    void redirectsIntoThisNetwork() {
        redirect(PUBLISHER, new Answer());

        assertRefusedInTheOpen("The redirect's address does not begin with https://");
        assertThat(publisher.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:1/as4", "https://[::ffff:10.0.0.1]/as4", "https://localhost/as4"})
    void leadsIntoThisNetwork(String address) {
        publisher.answers(new Answer().saying(Answer.URL, address).bytes());

        assertRefusedInTheOpen("The access point's address leads into a private network");
    }

    private void assertRefusedInTheOpen(String reason) {
        assertRefused(new FixedPublisher(publisher.address()), new FoundAddresses(false), reason, true, PATIENCE);
    }

    private void redirect(String name, Answer there) {
        publisher.answers(
                Answer.redirect(publisher.address() + "/elsewhere", name).bytes());
        byte[] answer = there.bytes();
        publisher.at("/elsewhere", exchange -> LoopbackPublisher.send(exchange, 200, answer));
    }

    private void await() throws IOException {
        try {
            assertThat(over.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void assertRefused(String reason, boolean isFinal) {
        assertRefused(reason, isFinal, PATIENCE);
    }

    private void assertRefused(String reason, boolean isFinal, Duration patience) {
        assertRefused(new FixedPublisher(publisher.address()), reason, isFinal, patience);
    }

    private static void assertRefused(Publishers publishers, String reason, boolean isFinal, Duration patience) {
        assertRefused(publishers, new FoundAddresses(true), reason, isFinal, patience);
    }

    private static void assertRefused(
            Publishers publishers, FoundAddresses addresses, String reason, boolean isFinal, Duration patience) {
        Clock clock = Clock.systemUTC();
        Lookup lookup = new SmpLookup(
                publishers,
                Trust.in(Trust.PUBLISHERS, clock),
                Trust.in(Trust.ACCESS_POINTS, clock),
                addresses,
                clock,
                new Http(PATIENCE, patience));
        LookupFailed refusal = catchThrowableOfType(
                LookupFailed.class, () -> lookup.find(Answer.PARTICIPANT, Answer.DOCUMENT_TYPE, Answer.PROCESS));

        assertThat(refusal.reason()).contains(reason);
        assertThat(refusal.isFinal()).isEqualTo(isFinal);
    }
}
