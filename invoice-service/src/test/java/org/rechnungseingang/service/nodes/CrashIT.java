package org.rechnungseingang.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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
    private MortalService service;

    static Stream<StopPoint> everyPoint() {
        return IntStream.range(0, ROUNDS).boxed().flatMap(round -> Stream.of(StopPoint.values()));
    }

    @BeforeAll
    void start() {
        service = MortalService.start(Map.of());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @MethodSource("everyPoint")
    void losesAndDoublesNothing(StopPoint point) {
        Node node = service.node();
        node.stopAt(point);
        Upload hit = Upload.next();
        CompletableFuture<?> answer = CompletableFuture.runAsync(() -> sender.handIn(node, hit));
        node.awaitStopped(point);
        List<CompletableFuture<Void>> others = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.runAsync(() -> sender.handIn(node, Upload.next())))
                .toList();

        service.kill();

        StopPoint.State left = leftOf(hit);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> answer.isDone() && others.stream().allMatch(CompletableFuture::isDone));
        service.startAgain();
        assertThat(left).isIn(point.left());
        sender.repeat(service.node());
        try (Evidence evidence = service.evidence()) {
            evidence.awaitChecked(sender.sent().size(), UNTIL_CHECKED);
            evidence.isWhole(sender);
        }
    }

    private StopPoint.State leftOf(Upload upload) {
        try (Evidence evidence = service.evidence()) {
            return evidence.state(upload.sha256());
        }
    }
}
