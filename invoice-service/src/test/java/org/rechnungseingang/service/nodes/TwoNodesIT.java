package org.rechnungseingang.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.database.TestDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two nodes on one PostgreSQL share the work of uploads; when one is killed amid 500, the other takes over what it had begun. */
class TwoNodesIT {

    private static final Logger LOG = LoggerFactory.getLogger(TwoNodesIT.class);
    private static final int UPLOADS = 500;
    private static final int UNDISTURBED = 200;
    private static final int SENDERS = 4;
    private static final Duration TAKE_OVER = Duration.ofSeconds(30);
    private static final Duration ALL = Duration.ofMinutes(6);

    private final TestDatabase database = TestDatabase.migrated();
    private final Evidence evidence = new Evidence(database.superuser());
    private final Sender sender = new Sender();
    private final ExecutorService programs = Executors.newFixedThreadPool(SENDERS);
    private Node one;
    private Node other;

    // At once, as a power failure's end would: both migrate and write their configuration.
    @BeforeEach
    void start() throws IOException {
        one = startNode("one");
        other = startNode("other");
        one.awaitReady();
        other.awaitReady();
    }

    @AfterEach
    void stop() {
        programs.shutdownNow();
        one.close();
        other.close();
        evidence.close();
    }

    @Test
    void shareTheirWorkAndCheckEachInvoiceOnce() {
        Instant begin = Instant.now();

        uploads(UNDISTURBED).join();
        evidence.awaitChecked(UNDISTURBED, ALL);

        LOG.info("{} uploads on two nodes, checked after {} s", UNDISTURBED, seconds(begin));
        evidence.isWhole(sender);
        assertThat(evidence.count("invoice_case")).isEqualTo(UNDISTURBED);
        assertThat(one.checksRun() + other.checksRun()).isEqualTo(UNDISTURBED);
        assertThat(Math.min(one.checksRun(), other.checksRun())).isGreaterThan(UNDISTURBED / 10);
    }

    @Test
    void takeOverWhatAKilledNodeHadBegun() {
        CompletableFuture<Void> uploads = uploads(UPLOADS);
        await().atMost(ALL).until(() -> evidence.checked() >= UPLOADS / 4);
        // A thread stands in the midst of a job then: the node has work in hand for certain.
        other.stopAt(StopPoint.BEFORE_COMMIT_OF_STAGE);
        other.awaitStopped(StopPoint.BEFORE_COMMIT_OF_STAGE);

        other.kill();
        Instant killed = Instant.now();

        List<String> begun = evidence.takenBy("other");
        await().atMost(TAKE_OVER.multipliedBy(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> evidence.takenBy("other").isEmpty());
        Duration takenOver = Duration.between(killed, Instant.now());
        uploads.join();
        sender.repeat(one);
        evidence.awaitChecked(UPLOADS, ALL);
        LOG.info(
                "{} jobs of the killed node taken over after {} ms, all {} checked after {} s",
                begun.size(),
                takenOver.toMillis(),
                UPLOADS,
                seconds(killed));
        assertThat(begun).isNotEmpty();
        assertThat(takenOver).isLessThan(TAKE_OVER);
        evidence.isWhole(sender);
        assertThat(evidence.count("invoice_case")).isEqualTo(UPLOADS);
    }

    // Each program takes both nodes in turn, as behind a balancer.
    private CompletableFuture<Void> uploads(int count) {
        return CompletableFuture.allOf(IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> sender.handIn(i % 2 == 0 ? one : other, Upload.next()), programs))
                .toArray(CompletableFuture[]::new));
    }

    private Node startNode(String name) throws IOException {
        Path log = Path.of("target", "nodes", name + ".log");
        Files.deleteIfExists(log);
        Map<String, String> properties = new HashMap<>(database.properties());
        properties.put("db-scheduler.scheduler-name", name);
        return Node.start(log, properties);
    }

    private static long seconds(Instant since) {
        return Duration.between(since, Instant.now()).toSeconds();
    }
}
