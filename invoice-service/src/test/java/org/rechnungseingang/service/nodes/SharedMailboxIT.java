package org.rechnungseingang.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.database.TestDatabase;
import org.rechnungseingang.service.way.Partners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two nodes share a mailbox, and two people decide on the pages of either. The node that watches the mailbox
 * is killed in the middle: each invoice is one case and one order, counted at the finance system.
 */
class SharedMailboxIT {

    private static final Logger LOG = LoggerFactory.getLogger(SharedMailboxIT.class);
    private static final int MAILS = Integer.getInteger("shared.mails", 300);
    private static final int BEFORE_THE_KILL = MAILS * 2 / 3;
    private static final Duration REACH = Duration.ofSeconds(90);
    private static final Duration ALL = Duration.ofMinutes(6);
    private static final Duration BEAT = Duration.ofMillis(20);

    private final Path folder =
            Path.of(System.getProperty("basedir", "."), "target", "nodes", "shared-" + UUID.randomUUID());
    private final TestDatabase database = TestDatabase.migrated();
    private final Evidence tables = new Evidence(database.superuser());
    private final WayEvidence evidence = new WayEvidence(database.superuser());
    private final AtomicBoolean closingTime = new AtomicBoolean();
    private Partners partners;
    private Node watching;
    private Node other;

    // The one that is ready first has the mailbox.
    @BeforeEach
    void start() {
        partners = Partners.start(folder);
        watching = startNode("watching");
        await().atMost(REACH).until(() -> watchers().size() == 1);
        other = startNode("other");
    }

    @AfterEach
    void stop() {
        closingTime.set(true);
        watching.close();
        other.close();
        partners.close();
        evidence.close();
        tables.close();
    }

    @Test
    void takesOverTheMailboxAndTheWorkOfAKilledNode() {
        List<String> first = watchers();
        Post post = new Post(partners);
        TwoDesks desks = new TwoDesks(List.of(watching, other));
        Instant begin = Instant.now();
        CompletableFuture<Void> decisions = CompletableFuture.runAsync(() -> desks.workUntil(closingTime::get));
        CompletableFuture<Void> letters = CompletableFuture.runAsync(() -> post.send(BEFORE_THE_KILL));

        List<String> begun = killInTheMiddle(first);
        Instant killed = Instant.now();

        letters.join();
        post.send(MAILS - BEFORE_THE_KILL);
        await().atMost(ALL)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> decisions.isDone()
                        || evidence.paid() >= MAILS && evidence.openWork() == 0 && partners.waiting() == 0);
        closingTime.set(true);
        decisions.join();
        LOG.info(
                "{} mails paid {} s after the first was sent, {} s after the kill, which left {} jobs",
                MAILS,
                Duration.between(begin, Instant.now()).toSeconds(),
                Duration.between(killed, Instant.now()).toSeconds(),
                begun.size());
        assertThat(watchers()).hasSize(1).isNotEqualTo(first);
        assertThat(post.invoices()).hasSize(MAILS);
        evidence.isWhole(post, partners);
    }

    // A thread stands in the midst of a job by then: the node has work in hand for certain.
    private List<String> killInTheMiddle(List<String> watcher) {
        await().atMost(REACH).pollInterval(BEAT).until(() -> taken() >= MAILS / 6);
        watching.stopAt(WayPoint.BEFORE_COMMIT_OF_ASSIGNMENT);
        watching.awaitStopped(WayPoint.BEFORE_COMMIT_OF_ASSIGNMENT);
        await().atMost(REACH).pollInterval(BEAT).until(() -> taken() >= MAILS / 3);
        assertThat(watchers()).isEqualTo(watcher);

        watching.kill();

        List<String> begun = tables.takenBy("watching");
        assertThat(begun).isNotEmpty();
        return begun;
    }

    private long taken() {
        return tables.count("mail");
    }

    private List<String> watchers() {
        return tables.rows()
                .sql("select node from mailbox_lease")
                .query(String.class)
                .list();
    }

    private Node startNode(String name) {
        Map<String, String> properties = new HashMap<>(database.properties());
        properties.putAll(partners.properties());
        // Only a dead node loses the mailbox, however busy the machine is.
        properties.putAll(Partners.lease("10s"));
        properties.put("db-scheduler.scheduler-name", name);
        return Node.start(folder.resolve(name + ".log"), properties).awaitReady();
    }
}
