package org.rechnungseingang.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.service.peppol.AMessage.aMessage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rechnungseingang.service.peppol.AMessage;
import org.rechnungseingang.service.peppol.HttpMessage;
import org.rechnungseingang.service.peppol.SendingAccessPoint;
import org.rechnungseingang.service.peppol.SignedAnswer;
import org.rechnungseingang.service.peppol.TestPki;
import org.springframework.util.FileSystemUtils;

/**
 * The access point on its own PostgreSQL that writes through to the disk, killed with SIGKILL between a message's first
 * byte and its receipt: a receipt means a case, each message is there once, and the sender's repetition ends with a valid
 * receipt. {@code -Dcrash.rounds=20} does it as often.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessageCrashIT {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 1);
    private static final Duration UNTIL_CHECKED = Duration.ofSeconds(90);

    private Path folder;
    private KeptDatabase database;
    private Node node;
    private int sent;

    static Stream<MessagePoint> everyPoint() {
        return IntStream.range(0, ROUNDS).boxed().flatMap(round -> Stream.of(MessagePoint.values()));
    }

    @BeforeAll
    void start() throws Exception {
        folder = Files.createTempDirectory("message-crash");
        database = new KeptDatabase(folder.resolve("postgres"));
        node = startNode();
    }

    @AfterAll
    void stop() throws Exception {
        try {
            node.close();
        } finally {
            database.close();
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    @ParameterizedTest
    @MethodSource("everyPoint")
    void losesAndDoublesNothing(MessagePoint point) throws Exception {
        AMessage message = aMessage();
        HttpMessage http = message.http();
        sent++;
        CompletableFuture<?> answer = sendUntil(point, http);

        node.kill();

        assertThat(count("as4_message where message_id = '" + message.messageId() + "'"))
                .isEqualTo(point.left());
        assertThat(answer).failsWithin(UNTIL_CHECKED);
        node = startNode();
        SignedAnswer receipt = SignedAnswer.by(
                "access-point", new SendingAccessPoint(node.port()).send(http).body());
        assertThat(receipt.answers()).isEqualTo(message.messageId());
        assertThat(receipt.received()).hasSize(3);
        isThereOnce(message);
    }

    /** Sends until the point is reached; what comes of it has no answer, but for the last point. */
    private CompletableFuture<?> sendUntil(MessagePoint point, HttpMessage http) {
        SendingAccessPoint sender = new SendingAccessPoint(node.port());
        if (point == MessagePoint.HALF_ARRIVED) {
            sendHalf(http);
            return CompletableFuture.failedFuture(new IOException("half sent"));
        }
        if (point == MessagePoint.ANSWERED) {
            assertThat(sender.send(http).statusCode()).isEqualTo(200);
            return CompletableFuture.failedFuture(new IOException("answered before"));
        }
        node.stopAt(point);
        CompletableFuture<?> answer = CompletableFuture.runAsync(() -> sender.send(http));
        node.awaitStopped(point);
        return answer;
    }

    private void sendHalf(HttpMessage http) {
        try {
            OutputStream out = new Socket("127.0.0.1", node.port()).getOutputStream();
            out.write(("POST /as4 HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + http.type() + "\r\nContent-Length: "
                            + http.body().length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(Arrays.copyOf(http.body(), http.body().length / 2));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void isThereOnce(AMessage message) {
        try (Evidence evidence = new Evidence(database.superuser())) {
            evidence.awaitChecked(sent, UNTIL_CHECKED);
            assertThat(evidence.count("invoice_case")).isEqualTo(sent);
            assertThat(evidence.count("as4_message where message_id = '" + message.messageId() + "'"))
                    .isEqualTo(1);
            assertThat(evidence.count("dead_letter")).isZero();
        }
    }

    // The killed node's database lives on until the next start: what was committed can be read there.
    private long count(String tableAndCondition) {
        try (Evidence evidence = new Evidence(database.superuser())) {
            return evidence.count(tableAndCondition);
        }
    }

    private Node startNode() {
        Map<String, String> properties = new HashMap<>(database.properties());
        properties.put("db-scheduler.heartbeat-interval", "500ms");
        properties.put("rechnungseingang.access-point.keys.one.file", TestPki.folder() + "/access-point.p12");
        properties.put("rechnungseingang.access-point.keys.one.password", "peppol-demo");
        properties.put("rechnungseingang.access-point.authorities", TestPki.folder() + "/access-point-ca.pem");
        properties.put("rechnungseingang.access-point.revocation-lists", TestPki.folder() + "/access-point-ca.crl");
        properties.put("rechnungseingang.peppol.musterstadt.participants", "0204:04011000-1234512345-06");
        return Node.start(folder.resolve("node.log"), properties).awaitReady();
    }
}
