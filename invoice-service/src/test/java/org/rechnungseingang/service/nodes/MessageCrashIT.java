package org.rechnungseingang.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.service.peppol.AMessage.aMessage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
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

/**
 * The access point on its own PostgreSQL that writes through to the disk, killed with SIGKILL between a message's first
 * byte and its receipt: a receipt means a case, each message is there once, and the sender's repetition ends with a valid
 * receipt. {@code -Dcrash.rounds=20} does it as often.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessageCrashIT {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 1);
    private static final Duration UNTIL_CHECKED = Duration.ofSeconds(90);

    private MortalService service;
    private int sent;

    static Stream<MessagePoint> everyPoint() {
        return IntStream.range(0, ROUNDS).boxed().flatMap(round -> Stream.of(MessagePoint.values()));
    }

    @BeforeAll
    void start() {
        service = MortalService.start(AccessPoint.properties());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @MethodSource("everyPoint")
    void losesAndDoublesNothing(MessagePoint point) throws Exception {
        AMessage message = aMessage();
        HttpMessage http = message.http();
        sent++;
        CompletableFuture<?> answer = sendUntil(point, http);

        service.kill();

        assertThat(service.count("as4_message where message_id = '" + message.messageId() + "'"))
                .isEqualTo(point.left());
        assertThat(answer).failsWithin(UNTIL_CHECKED);
        service.startAgain();
        SignedAnswer receipt = SignedAnswer.by(
                "access-point",
                new SendingAccessPoint(service.node().port()).send(http).body());
        assertThat(receipt.answers()).isEqualTo(message.messageId());
        assertThat(receipt.received()).hasSize(3);
        isThereOnce(message);
    }

    /** Sends until the point is reached; what comes of it has no answer, but for the last point. */
    private CompletableFuture<?> sendUntil(MessagePoint point, HttpMessage http) {
        SendingAccessPoint sender = new SendingAccessPoint(service.node().port());
        if (point == MessagePoint.HALF_ARRIVED) {
            sendHalf(http);
            return CompletableFuture.failedFuture(new IOException("half sent"));
        }
        if (point == MessagePoint.ANSWERED) {
            assertThat(sender.send(http).statusCode()).isEqualTo(200);
            return CompletableFuture.failedFuture(new IOException("answered before"));
        }
        service.node().stopAt(point);
        CompletableFuture<?> answer = CompletableFuture.runAsync(() -> sender.send(http));
        service.node().awaitStopped(point);
        return answer;
    }

    private void sendHalf(HttpMessage http) {
        try {
            OutputStream out = new Socket("127.0.0.1", service.node().port()).getOutputStream();
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
        try (Evidence evidence = service.evidence()) {
            evidence.awaitChecked(sent, UNTIL_CHECKED);
            assertThat(evidence.count("invoice_case")).isEqualTo(sent);
            assertThat(evidence.count("as4_message where message_id = '" + message.messageId() + "'"))
                    .isEqualTo(1);
            assertThat(evidence.count("dead_letter")).isZero();
        }
    }
}
