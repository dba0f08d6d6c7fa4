package org.rechnungseingang.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.way.Partners;
import org.rechnungseingang.service.way.Standstill;

/**
 * PostgreSQL stands still with all its backends while mails come in, people decide and the finance system reports: it
 * answers nothing and breaks nothing off. Whoever asks meanwhile is told so, in bounded time; when it goes on, no work is
 * left. {@code -Dfrozen.seconds=60} lets it stand longer.
 */
class FrozenDatabaseIT {

    private static final Duration FROZEN = Duration.ofSeconds(Integer.getInteger("frozen.seconds", 5));
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(4);
    /** The service gives up a silent connection after 40 s, and one for whoever waits behind it after 5 s. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private static final int MAILS = 20;

    private final Path folder = Path.of(
                    System.getProperty("basedir", "."), "target", "nodes", "frozen-" + UUID.randomUUID())
            .toAbsolutePath();
    private final KeptDatabase database = new KeptDatabase(folder.resolve("postgres"));
    private Partners partners;
    private Node node;

    @BeforeEach
    void start() {
        partners = Partners.start(folder);
        Map<String, String> properties = new HashMap<>(database.properties());
        properties.putAll(partners.properties());
        properties.putAll(patience());
        node = Node.start(folder.resolve("node.log"), properties).awaitReady();
    }

    // In five seconds nothing would be seen of the service's own patience.
    private static Map<String, String> patience() {
        return FROZEN.compareTo(SHORT) > 0
                ? Map.of()
                : Map.of(
                        "spring.datasource.hikari.data-source-properties.socketTimeout", "2",
                        "spring.datasource.hikari.connection-timeout", "1000",
                        "spring.datasource.hikari.validation-timeout", "1000",
                        // Jobs whose end could not be noted are taken up anew when they look dead.
                        "db-scheduler.heartbeat-interval", "1s");
    }

    @AfterEach
    void stop() {
        try {
            node.close();
        } finally {
            database.close();
            partners.close();
        }
    }

    @Test
    void isOutlasted() {
        Post post = new Post(partners);
        TwoDesks desks = new TwoDesks(List.of(node));
        try (WayEvidence evidence = new WayEvidence(database.superuser())) {
            post.send(MAILS);
            work(desks, () -> evidence.paid() >= MAILS / 4);

            freeze(desks, post);

            work(desks, () -> evidence.paid() >= 2 * MAILS && evidence.openWork() == 0 && partners.waiting() == 0);
            assertThat(desks.unavailable()).isPositive();
            assertThat(desks.longest()).isLessThan(ANSWER);
            assertThat(partners.setAside()).isZero();
            evidence.isWhole(post, partners);
        }
    }

    // How long it stands still is the case itself. Meanwhile as many mails come as came before.
    private void freeze(TwoDesks desks, Post post) {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> decisions;
        try (Standstill still = database.freeze()) {
            long end = System.nanoTime() + FROZEN.toNanos();
            decisions = CompletableFuture.runAsync(() -> desks.workUntil(over::get));
            for (int i = 0; i < MAILS; i++) {
                post.send(Upload.next());
                assertThat(node.isLive()).isTrue();
                await().pollDelay(FROZEN.dividedBy(MAILS)).until(() -> true);
            }
            await().atMost(FROZEN.plus(SHORT)).until(() -> System.nanoTime() > end);
        } finally {
            over.set(true);
        }
        decisions.join();
    }

    private static void work(TwoDesks desks, BooleanSupplier end) {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> decisions = CompletableFuture.runAsync(() -> desks.workUntil(over::get));
        try {
            await().atMost(LONG_ENOUGH)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> decisions.isDone() || end.getAsBoolean());
        } finally {
            over.set(true);
        }
        decisions.join();
    }
}
