package org.rechnungseingang.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static org.awaitility.Awaitility.await;
import static org.rechnungseingang.service.peppol.AMessage.aMessage;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rechnungseingang.service.database.TestDatabase;
import org.rechnungseingang.service.peppol.HeavyMessage;
import org.rechnungseingang.service.peppol.HttpMessage;
import org.rechnungseingang.service.peppol.SendingAccessPoint;
import org.rechnungseingang.service.peppol.SignedAnswer;

/** Messages as large as they come, at a node with 512 MiB of heap. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeMessagesIT {

    /** So many are stored at the same time by default. */
    private static final int TOGETHER = 2;

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private final TestDatabase database = TestDatabase.migrated();
    private final Evidence evidence = new Evidence(database.superuser());
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final Path log = Path.of("target", "nodes", "large-messages.log");
    private Node node;
    private SendingAccessPoint sender;

    @BeforeAll
    void start() throws IOException {
        Files.deleteIfExists(log);
        Map<String, String> properties = new HashMap<>(database.properties());
        properties.putAll(AccessPoint.properties());
        node = Node.start(log, properties).awaitReady();
        sender = new SendingAccessPoint(node.port());
    }

    @AfterAll
    void stop() {
        senders.shutdownNow();
        node.close();
        evidence.close();
    }

    @AfterEach
    void theNodeGoesOn() throws Exception {
        HttpMessage small = aMessage().http();

        assertThat(isTaken(small, sender.send(small))).isTrue();

        evidence.awaitChecked((int) evidence.count("invoice_case"), LONG_ENOUGH);
        assertThat(evidence.count("dead_letter")).isZero();
        assertThat(node.isLive()).isTrue();
        assertThat(contentOf(log.toFile())).doesNotContain("OutOfMemoryError");
    }

    @Test
    void ofAHundredMebibytesAreKeptAndTheirInvoicesRefusedForTheirSize() throws Exception {
        List<HttpMessage> messages = messages(TOGETHER, 100);

        assertThat(taken(messages)).isEqualTo(TOGETHER);

        assertThat(evidence.count("original where size > 100 * 1024 * 1024")).isEqualTo(2 * TOGETHER);
        assertThat(evidence.rows()
                        .sql("select sum(length(bytes)) from original_chunk")
                        .query(Long.class)
                        .single())
                .isEqualTo(evidence.rows()
                        .sql("select sum(size) from original")
                        .query(Long.class)
                        .single());
        await().atMost(LONG_ENOUGH).until(() -> evidence.count("register_entry where outcome = 'REFUSED'") == TOGETHER);
    }

    @Test
    void ofTwentyMegabytesAreTakenOrInvitedToComeAgainWhenFourComeAtOnce() throws Exception {
        long before = evidence.count("as4_message");

        long taken = taken(messages(4, 20));

        assertThat(evidence.count("as4_message")).isEqualTo(before + taken);
    }

    // Anybody can send it; forms of this method would be read into memory before it is asked who sends.
    @Test
    void thatAreFormsTakeNoMemory() {
        HttpRequest form = HttpRequest.newBuilder(node.address("/as4"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(BodyPublishers.ofByteArrays(() ->
                        Stream.generate(() -> new byte[1 << 20]).limit(600).iterator()))
                .build();

        // Either is right: an answer, or to be cut off amid so much.
        CompletableFuture<Integer> status = HttpClient.newHttpClient()
                .sendAsync(form, BodyHandlers.discarding())
                .handle((answer, cutOff) -> cutOff == null ? answer.statusCode() : 405);

        assertThat(status).succeedsWithin(LONG_ENOUGH).isEqualTo(405);
    }

    private static List<HttpMessage> messages(int count, int mebibytes) {
        return Stream.generate(() -> HeavyMessage.of(mebibytes).http())
                .limit(count)
                .toList();
    }

    /** Sends them at once; how many of them are taken. */
    private long taken(List<HttpMessage> messages) throws Exception {
        List<CompletableFuture<HttpResponse<byte[]>>> answers = messages.stream()
                .map(message -> CompletableFuture.supplyAsync(() -> sender.send(message), senders))
                .toList();
        long taken = 0;
        for (int i = 0; i < messages.size(); i++) {
            taken += isTaken(messages.get(i), answers.get(i).join()) ? 1 : 0;
        }
        return taken;
    }

    private static boolean isTaken(HttpMessage message, HttpResponse<byte[]> answer) throws Exception {
        SignedAnswer signed = SignedAnswer.by("access-point", answer.body());
        if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            return false;
        }
        assertThat(signed.received()).hasSize(3).isEqualTo(SignedAnswer.references(message.soap()));
        return true;
    }
}
