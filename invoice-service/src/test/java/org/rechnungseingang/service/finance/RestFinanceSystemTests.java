package org.rechnungseingang.service.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.finance.Answer.Accepted;
import org.rechnungseingang.service.finance.Answer.Refused;
import org.rechnungseingang.service.finance.Feedback.Told;
import org.rechnungseingang.service.finance.Feedback.Unreadable;
import org.rechnungseingang.service.finance.FinanceProperties.Rest;
import tools.jackson.databind.json.JsonMapper;

/** What a finance system may answer that it should not. */
@Timeout(60)
class RestFinanceSystemTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final String EVENT = """
            {"cursor": 7, "orderId": "AO-1", "idempotencyKey": "k", "event": "paid", "at": "2026-11-22T10:15:30Z",
             "amountCents": 1190, "reference": "ZA-1"}""";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private RestFinanceSystem system;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        system = at(server.getAddress().getPort(), PATIENCE);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void bearsItsTokenAndTheKey() {
        PaymentOrder order = FinanceSystemContract.order();
        answer(exchange -> {
            boolean right = "Bearer geheim".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    && order.key().equals(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            send(exchange, right ? 201 : 401, "{\"orderId\": \"AO-1\"}");
        });

        assertThat(system.handOver(order)).isEqualTo(new Accepted("AO-1"));
    }

    @Test
    void takesOnlyOneAnswerForANo() {
        answer(exchange -> send(exchange, 422, "{\"code\": \"blocked\", \"detail\": \"Gesperrt.\"}"));

        assertThat(system.handOver(FinanceSystemContract.order())).isEqualTo(new Refused("blocked", "Gesperrt."));
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 204, 400, 401, 403, 404, 409, 429, 500, 502, 503, 504})
    void takesNothingElseForAnAnswer(int status) {
        answer(exchange -> send(exchange, status, status == 204 ? "" : "{\"orderId\": \"AO-1\"}"));

        assertUnavailable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "null", "{}", "{\"orderId\": \"\"}", "{\"orderId\": [1]}"})
    void wantsAnOrderIdWithTheYes(String body) {
        answer(exchange -> send(exchange, 201, body));

        assertUnavailable();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void goesNowhereElse(int status) {
        AtomicInteger elsewhere = new AtomicInteger();
        server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            send(exchange, 201, "{\"orderId\": \"AO-1\"}");
        });
        answer(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            send(exchange, status, "{}");
        });

        assertUnavailable();
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void readsNoAnswerWithoutEnd() {
        answer(exchange -> {
            exchange.sendResponseHeaders(201, 0);
            byte[] blanks = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 16 * 1024; i++) {
                    out.write(blanks);
                }
            }
        });

        assertUnavailable();
    }

    @Test
    void waitsNotForEverForTheRestOfAnAnswer() {
        system = at(server.getAddress().getPort(), SHORT);
        answer(exchange -> {
            exchange.sendResponseHeaders(201, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            // The rest never comes; the test's end closes the connection.
        });

        assertUnavailable();
    }

    @Test
    void waitsNotForEverForAnAnswer() throws IOException {
        // Takes connections into its queue, and reads none.
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            system = at(mute.getLocalPort(), SHORT);

            assertUnavailable();
        }
    }

    @Test
    void saysWhenNobodyListens() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            system = at(closed.getLocalPort(), PATIENCE);
        }

        assertUnavailable();
    }

    @Test
    void readsAnEvent() {
        answer(exchange -> send(exchange, 200, "{\"cursor\": 7, \"events\": [" + EVENT + "]}"));

        Feedback news = system.feedback("6", 10).get(0);

        assertThat(news.cursor()).isEqualTo("7");
        assertThat(news).isInstanceOfSatisfying(Told.class, told -> {
            assertThat(told.state()).isEqualTo(PaymentState.PAID);
            assertThat(told.cents()).isEqualTo(1_190);
        });
    }

    @Test
    void asksFromItsCursorAndFromZeroAtFirst() {
        answer(exchange -> send(
                exchange,
                exchange.getRequestURI().getQuery().matches("changedSince=(0|6)&limit=10") ? 200 : 400,
                "{\"events\": []}"));

        assertThat(system.feedback("", 10)).isEmpty();
        assertThat(system.feedback("6", 10)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"event\": \"paid\"|\"event\": \"vaporised\"",
                "\"event\": \"paid\"|\"event\": \"ordered\"",
                "\"amountCents\": 1190|\"amountCents\": 11.9",
                "\"amountCents\": 1190|\"amountCents\": \"1190\"",
                "\"amountCents\": 1190|\"amountCents\": 99999999999999999999",
                "\"at\": \"2026-11-22T10:15:30Z\"|\"at\": \"22.11.2026\"",
                "\"idempotencyKey\": \"k\"|\"idempotencyKey\": {}",
                "\"orderId\": \"AO-1\"|\"orderId\": null",
                "\"reference\": \"ZA-1\"|\"reference\": 1",
            })
    void keepsTheCursorOfAnEventThatItCannotUnderstand(String right, String wrong) {
        String event = EVENT.replace(right, wrong);
        assertThat(event).isNotEqualTo(EVENT);
        answer(exchange -> send(exchange, 200, "{\"events\": [" + event + ", " + EVENT + "]}"));

        List<Feedback> news = system.feedback("6", 10);

        assertThat(news).extracting(Feedback::cursor).containsExactly("7", "7");
        assertThat(news.get(0)).isInstanceOf(Unreadable.class);
        assertThat(news.get(1)).isInstanceOf(Told.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"events\": 1}", "{\"events\": [{}]}", "{\"events\": [{\"cursor\": \"\"}]}", "[", ""})
    void cannotGoOnWithoutACursor(String body) {
        answer(exchange -> send(exchange, 200, body));

        assertThatExceptionOfType(FinanceUnavailable.class).isThrownBy(() -> system.feedback("6", 10));
    }

    private void assertUnavailable() {
        assertThatExceptionOfType(FinanceUnavailable.class)
                .isThrownBy(() -> system.handOver(FinanceSystemContract.order()));
    }

    private void answer(HttpHandler handler) {
        server.createContext("/payment-orders", handler);
    }

    private static RestFinanceSystem at(int port, Duration patience) {
        return new RestFinanceSystem(
                new Rest(URI.create("http://127.0.0.1:" + port), "geheim", Duration.ofSeconds(2), patience),
                JsonMapper.builder().build());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
