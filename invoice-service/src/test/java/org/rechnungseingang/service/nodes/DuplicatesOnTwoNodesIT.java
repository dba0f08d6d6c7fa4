package org.rechnungseingang.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rechnungseingang.service.peppol.AMessage.aMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rechnungseingang.service.database.TestDatabase;
import org.rechnungseingang.service.peppol.AMessage;
import org.rechnungseingang.service.peppol.HttpMessage;
import org.rechnungseingang.service.peppol.SendingAccessPoint;
import org.rechnungseingang.service.peppol.SignedAnswer;

/** A message comes to two nodes of one access point at the same moment, as it is or signed anew: it is one case. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuplicatesOnTwoNodesIT {

    private static final int MESSAGES = 20;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    private final TestDatabase database = TestDatabase.migrated();
    private final Evidence evidence = new Evidence(database.superuser());
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private Node one;
    private Node other;
    private SendingAccessPoint toOne;
    private SendingAccessPoint toOther;
    private int cases;
    private int messages;

    @BeforeAll
    void start() throws Exception {
        one = startNode("one");
        other = startNode("other");
        toOne = new SendingAccessPoint(one.awaitReady().port());
        toOther = new SendingAccessPoint(other.awaitReady().port());
    }

    @AfterAll
    void stop() {
        senders.shutdownNow();
        one.close();
        other.close();
        evidence.close();
    }

    @AfterEach
    void nothingIsThereTwiceAndNothingFlagged() {
        assertThat(evidence.count("invoice_case")).isEqualTo(cases);
        assertThat(evidence.count("as4_message")).isEqualTo(messages);
        assertThat(evidence.count("(select distinct case_id from as4_message) as taken"))
                .isEqualTo(cases);
        assertThat(evidence.count("as4_message where id_reused")).isZero();
        assertThat(evidence.count("as4_refusal")).isZero();
    }

    @ParameterizedTest
    @MethodSource("everyRace")
    void areOneCaseWhenTheFirstIsHeld(Resend resend, MessagePoint point) throws Exception {
        Pair pair = next(resend);
        one.stopAt(point);
        CompletableFuture<byte[]> held = answer(toOne, pair.first());
        one.awaitStopped(point);

        CompletableFuture<byte[]> quicker = answer(toOther, pair.second());
        // It has gone by, or waits in the database for what the held one has not committed.
        await().atMost(LONG_ENOUGH).until(() -> quicker.isDone() || evidence.count("pg_locks where not granted") > 0);
        one.goOn();

        resend.isAnswered(pair, held.join(), quicker.join());
    }

    @ParameterizedTest
    @EnumSource
    void areOneCaseEachWhenManyComeAtOnce(Resend resend) throws Exception {
        List<Pair> pairs = Stream.generate(() -> next(resend)).limit(MESSAGES).toList();

        List<CompletableFuture<byte[]>> fromOne =
                pairs.stream().map(pair -> answer(toOne, pair.first())).toList();
        List<CompletableFuture<byte[]>> fromOther =
                pairs.stream().map(pair -> answer(toOther, pair.second())).toList();

        for (int i = 0; i < MESSAGES; i++) {
            resend.isAnswered(
                    pairs.get(i), fromOne.get(i).join(), fromOther.get(i).join());
        }
    }

    static Stream<Arguments> everyRace() {
        return EnumSet.range(MessagePoint.BEFORE_KNOWN, MessagePoint.BEFORE_RECEIPT).stream()
                .flatMap(point -> Stream.of(Resend.values()).map(resend -> Arguments.of(resend, point)));
    }

    private Pair next(Resend resend) {
        Pair pair = resend.next();
        cases++;
        messages += resend.messages();
        return pair;
    }

    private CompletableFuture<byte[]> answer(SendingAccessPoint sender, HttpMessage message) {
        return CompletableFuture.supplyAsync(() -> sender.send(message).body(), senders);
    }

    private Node startNode(String name) throws IOException {
        Path log = Path.of("target", "nodes", "duplicates-" + name + ".log");
        Files.deleteIfExists(log);
        Map<String, String> properties = new HashMap<>(database.properties());
        properties.putAll(AccessPoint.properties());
        return Node.start(log, properties);
    }

    /** A message and what is sent once more, both with the same envelope and invoice. */
    private record Pair(HttpMessage first, HttpMessage second) {}

    /** How a message is sent once more. */
    private enum Resend {
        AS_IT_IS(1) {
            @Override
            Pair next() {
                HttpMessage message = aMessage().http();
                return new Pair(message, message);
            }

            @Override
            void isAnswered(Pair pair, byte[] first, byte[] second) throws Exception {
                super.isAnswered(pair, first, second);
                assertThat(second).isEqualTo(first);
            }
        },
        SIGNED_ANEW(2) {
            @Override
            Pair next() {
                AMessage message = aMessage();
                return new Pair(message.http(), message.http());
            }
        },
        UNDER_ANOTHER_NAME(2) {
            @Override
            Pair next() {
                AMessage message = aMessage();
                return new Pair(message.http(), message.underAnotherName().http());
            }
        };

        private final int messages;

        Resend(int messages) {
            this.messages = messages;
        }

        /** How many are taken of the two. */
        int messages() {
            return messages;
        }

        abstract Pair next();

        /** Each has the receipt for what it was signed with. */
        void isAnswered(Pair pair, byte[] first, byte[] second) throws Exception {
            isReceipt(first, pair.first());
            isReceipt(second, pair.second());
        }

        private static void isReceipt(byte[] answer, HttpMessage message) throws Exception {
            assertThat(SignedAnswer.by("access-point", answer).received())
                    .hasSize(3)
                    .isEqualTo(SignedAnswer.references(message.soap()));
        }
    }
}
