package org.rechnungseingang.service.peppol.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.peppol.as4.SealedMessage;
import org.rechnungseingang.service.peppol.http.Http;
import org.rechnungseingang.service.peppol.outbound.NotDelivered.Refused;
import org.rechnungseingang.service.peppol.outbound.NotDelivered.Unanswered;

class WireTests {

    private static final SealedMessage MESSAGE = new SealedMessage(
            "m@ours",
            "POP000200",
            "multipart/related; boundary=\"b\"",
            "body".getBytes(StandardCharsets.UTF_8),
            new byte[0],
            new byte[0],
            List.of());

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Wire wire = new Wire(new Http(Duration.ofSeconds(20), Duration.ofSeconds(60)));
    private HttpServer server;
    private URI url;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/as4");
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void bringsTheMessageAndTheAnswer() {
        server.createContext("/as4", exchange -> {
            byte[] said = exchange.getRequestBody().readAllBytes();
            answer(
                    exchange,
                    exchange.getRequestHeaders().getFirst("Content-Type").equals(MESSAGE.contentType()) ? 200 : 415,
                    said);
        });

        assertThat(wire.send(MESSAGE, url)).isEqualTo(MESSAGE.body());
    }

    /** A signed error may come with any status. */
    @ParameterizedTest
    @ValueSource(ints = {200, 400, 500, 503})
    void bringsWhatIsSaidWithAnyStatus(int status) {
        server.createContext("/as4", exchange -> answer(exchange, status, new byte[] {1}));

        assertThat(wire.send(MESSAGE, url)).containsExactly(1);
    }

    /** A proxy with nobody behind it says such things, and whoever signs nothing may be anybody. */
    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204, 301, 307, 308, 400, 401, 403, 404, 405, 410, 429, 500, 502, 503})
    void takesNoStatusForAnAnswer(int status) {
        List<String> elsewhere = new CopyOnWriteArrayList<>();
        server.createContext("/elsewhere", exchange -> {
            elsewhere.add(exchange.getRequestMethod());
            answer(exchange, 200, new byte[] {1});
        });
        server.createContext("/as4", exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            answer(exchange, status, new byte[0]);
        });

        assertThatThrownBy(() -> wire.send(MESSAGE, url))
                .isInstanceOf(Unanswered.class)
                .hasMessageContaining("HTTP " + status + " and nothing else");
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void waitsOnlySoLong() {
        Wire impatient = new Wire(new Http(Duration.ofSeconds(20), Duration.ofMillis(300)));
        server.createContext("/as4", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            awaitOver();
        });

        assertThatThrownBy(() -> impatient.send(MESSAGE, url))
                .isInstanceOf(Unanswered.class)
                .hasMessageContaining("PT0.3S");
    }

    @Test
    void readsOnlySoMuch() {
        server.createContext("/as4", exchange -> answer(exchange, 200, new byte[2 << 20]));

        assertThatThrownBy(() -> wire.send(MESSAGE, url)).isInstanceOf(Unanswered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://access-point.example/as4", "ftp://127.0.0.1/as4", "https:as4"})
    void saysNothingInPlainText(String address) {
        assertThatThrownBy(() -> wire.send(MESSAGE, URI.create(address)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("https://");
    }

    private void awaitOver() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
