package org.rechnungseingang.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rechnungseingang.service.database.TestDatabase;
import org.rechnungseingang.service.nodes.WayPoint.Standing;
import org.rechnungseingang.service.way.Partners;

/**
 * The real service, killed with SIGKILL at each named point between mailbox and payment and started again, while
 * PostgreSQL, mail server and finance system live on: each invoice that was mailed is one case and one payment, counted at
 * the finance system. {@code -Dcrash.rounds=20} does it as often.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WholeWayCrashContract {

    static final int ROUNDS = Integer.getInteger("crash.rounds", 1);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    private final Path folder =
            Path.of(System.getProperty("basedir", "."), "target", "nodes", "way-" + UUID.randomUUID());
    private final TestDatabase database = TestDatabase.migrated();
    private final WayEvidence evidence = new WayEvidence(database.superuser());
    private Partners partners;
    private HeldWire wire;
    private Post post;
    private Node node;

    /** Where the service is killed. */
    abstract Stream<WayPoint> points();

    abstract Partners startPartners(Path directory);

    Stream<WayPoint> everyPoint() {
        return IntStream.range(0, ROUNDS).boxed().flatMap(round -> points());
    }

    @BeforeAll
    void start() {
        partners = startPartners(folder);
        wire = HeldWire.to(partners.imap());
        post = new Post(partners);
        node = startNode();
    }

    @AfterAll
    void stop() {
        node.close();
        wire.close();
        partners.close();
        evidence.close();
    }

    @ParameterizedTest
    @MethodSource("everyPoint")
    void losesAndDoublesNothing(WayPoint point) {
        int repeated = partners.count().repeated();
        Upload hit = Upload.next();
        reach(point, hit);
        post.sendMore();

        node.kill();

        Standing left = evidence.standing(hit);
        node = startNode();
        assertThat(left).matches(point::leaves, "where " + point + " leaves it");
        if (point.mustBeRepeated()) {
            await().atMost(LONG_ENOUGH).until(() -> partners.count().repeated() > repeated);
        }
        partners.behave(Partners.PAYING);
        await().atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> evidence.paid() >= post.invoices().size()
                        && evidence.openWork() == 0
                        && partners.waiting() == 0);
        evidence.isWhole(post, partners);
    }

    // Until then the finance system keeps to itself what becomes of its orders: no feedback hides a lost answer.
    private void reach(WayPoint point, Upload hit) {
        partners.behave(Partners.TAKING);
        if (point.isOnTheWire()) {
            wire.stopAt(point);
            post.send(hit);
            wire.awaitStopped(point);
        } else if (point.isAfterAcceptance()) {
            post.send(hit);
            await().atMost(LONG_ENOUGH).until(() -> evidence.standing(hit) == Standing.ACCEPTED);
            node.stopAt(point);
            partners.behave(Partners.PAYING);
            node.awaitStopped(point);
        } else {
            node.stopAt(point);
            post.send(hit);
            node.awaitStopped(point);
        }
    }

    private Node startNode() {
        Map<String, String> properties = new HashMap<>(database.properties());
        properties.putAll(partners.properties(wire.port()));
        properties.put("tests.approver", "true");
        // How soon a dead node's jobs are taken over is shown elsewhere; here it would only be waited for.
        properties.put("db-scheduler.heartbeat-interval", "500ms");
        return Node.start(folder.resolve("node.log"), properties).awaitReady();
    }
}
