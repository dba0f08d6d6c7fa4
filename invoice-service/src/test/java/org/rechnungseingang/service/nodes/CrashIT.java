package org.rechnungseingang.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/**
 * The real service on its own PostgreSQL that writes through to the disk, killed with SIGKILL at each named point, started
 * again on what it has left, while the sender repeats what had no answer: every invoice is there once, and every
 * acknowledgement was true. {@code -Dcrash.rounds=20} does it as often.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 1);
    private static final Duration UNTIL_CHECKED = Duration.ofSeconds(90);

    private final Sender sender = new Sender();
    private Path folder;
    private KeptDatabase database;
    private Node node;

    static Stream<StopPoint> everyPoint() {
        return IntStream.range(0, ROUNDS).boxed().flatMap(round -> Stream.of(StopPoint.values()));
    }

    @BeforeAll
    void start() throws Exception {
        folder = Files.createTempDirectory("crash");
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
        assertThat(database.server()).isEmpty();
        FileSystemUtils.deleteRecursively(folder);
    }

    @ParameterizedTest
    @MethodSource("everyPoint")
    void losesAndDoublesNothing(StopPoint point) {
        node.stopAt(point);
        Upload hit = Upload.next();
        CompletableFuture<?> answer = CompletableFuture.runAsync(() -> sender.handIn(node, hit));
        node.awaitStopped(point);
        List<CompletableFuture<Void>> others = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.runAsync(() -> sender.handIn(node, Upload.next())))
                .toList();

        node.kill();

        StopPoint.State left = leftOf(hit);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> answer.isDone() && others.stream().allMatch(CompletableFuture::isDone));
        node = startNode();
        assertThat(left).isIn(point.left());
        sender.repeat(node);
        try (Evidence evidence = new Evidence(database.superuser())) {
            evidence.awaitChecked(sender.sent().size(), UNTIL_CHECKED);
            evidence.isWhole(sender);
        }
    }

    // The killed node's database lives on until the next start: what was committed can be read there.
    private StopPoint.State leftOf(Upload upload) {
        try (Evidence evidence = new Evidence(database.superuser())) {
            return evidence.state(upload.sha256());
        }
    }

    private Node startNode() {
        Map<String, String> properties = new HashMap<>(database.properties());
        // How soon a dead node's jobs are taken over is shown elsewhere; here it would only be waited for.
        properties.put("db-scheduler.heartbeat-interval", "500ms");
        return Node.start(folder.resolve("node.log"), properties).awaitReady();
    }
}
