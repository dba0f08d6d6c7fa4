package org.rechnungseingang.samples.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rechnungseingang.samples.finance.Behaviour.Mode;
import org.rechnungseingang.samples.finance.Town.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The real process, as the service's tests use it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class FinanceSystemIT {

    private static final Behaviour WAITING = new Behaviour(Mode.NORMAL, 0, -1, -1, 0);
    private static final Behaviour PAYING = new Behaviour(Mode.NORMAL, 0, 0, 0, 0);

    @TempDir
    private Path directory;

    private FinanceSystemProcess system;
    private Town town;

    @BeforeEach
    void start() {
        system = FinanceSystemProcess.start(directory, Town.TOKEN, "--limit-cents=1000000");
        system.behave(WAITING);
        town = new Town(system.address());
    }

    @AfterEach
    void end() {
        system.process().destroyForcibly();
        system.process().onExit().join();
    }

    @Test
    void takesTheSameOrderOnce() throws Exception {
        Answer first = town.order("a/1", Town.order());
        Answer again = town.order("a/1", Town.order());

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(system.count()).extracting(Count::orders, Count::repeated).containsExactly(1, 1);
    }

    @Test
    void refusesAnotherOrderUnderTheSameKey() throws Exception {
        town.order("a/1", Town.order());

        Answer other = town.order("a/1", Town.order().put("amountCents", 1));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("key-used");
        assertThat(system.count())
                .extracting(Count::orders, Count::contradicted)
                .containsExactly(1, 1);
        assertThat(system.count().amountCents()).isEqualTo(119_000);
    }

    @Test
    void postsWithoutPayingWhatIsNotTransferred() throws Exception {
        system.behave(PAYING);
        ObjectNode creditNote = withoutTransfer("nothing-to-pay").put("payableCents", -11_900);
        ObjectNode collected = withoutTransfer("direct-debit").put("payableCents", 11_900);
        assertThat(Town.CONTRACT.faultsOfOrder(creditNote.toString())).isEmpty();

        assertThat(town.order("a/1", creditNote).status()).isEqualTo(201);
        assertThat(town.order("a/2", collected).status()).isEqualTo(201);

        Town.await(() -> system.count().states().get("paid") == 1);
        assertThat(town.feed(10))
                .extracting(event -> event.get("idempotencyKey").asString() + " "
                        + event.get("event").asString())
                .containsExactlyInAnyOrder("a/1 posted", "a/2 posted", "a/2 paid");
    }

    @Test
    void wantsAReasonAndNoAmountWithoutATransfer() throws Exception {
        ObjectNode amount = withoutTransfer("card").put("amountCents", 1);
        ObjectNode reason = withoutTransfer("card");
        reason.remove("noTransferReason");
        ObjectNode needless = Town.order().put("noTransferReason", "card");

        for (ObjectNode order : List.of(amount, reason, needless)) {
            assertThat(town.order("a/1", order).status()).isEqualTo(400);
            assertThat(Town.CONTRACT.faultsOfOrder(order.toString())).isNotEmpty();
        }
    }

    private static ObjectNode withoutTransfer(String reason) {
        ObjectNode order = Town.order()
                .put("transfer", false)
                .put("noTransferReason", reason)
                .put("amountCents", 0);
        ((ObjectNode) order.get("payee")).remove("iban");
        return order;
    }

    @Test
    void takesOneOfTwentyAtTheSameTime() throws Exception {
        ExecutorService twenty = Executors.newFixedThreadPool(20);
        List<Callable<Answer>> orders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            orders.add(() -> town.order("a/1", Town.order()));
        }
        Set<String> ids = new TreeSet<>();
        List<Integer> states = new ArrayList<>();
        for (Future<Answer> answer : twenty.invokeAll(orders)) {
            ids.add(answer.get().text("orderId"));
            states.add(answer.get().status());
        }
        twenty.shutdown();

        assertThat(ids).hasSize(1);
        assertThat(states).containsOnlyOnce(201);
        assertThat(system.count()).extracting(Count::orders, Count::repeated).containsExactly(1, 19);
    }

    @Test
    void keepsAnOrderWhoseAnswerIsLost() throws Exception {
        system.behave(new Behaviour(Mode.LOST_ANSWERS, 0, -1, -1, 0));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> town.order("a/1", Town.order()));
        system.behave(WAITING);

        assertThat(town.order("a/1", Town.order()).status()).isEqualTo(200);
        assertThat(system.count().orders()).isEqualTo(1);
    }

    @Test
    void refusesWhatItDoesNotPay() throws Exception {
        ObjectNode blocked = Town.order();
        ((ObjectNode) blocked.get("payee")).put("name", "Gauner GmbH (GESPERRT)");

        Answer payee = town.order("a/1", blocked);
        Answer amount = town.order("a/2", Town.order().put("amountCents", 1_000_001));
        system.behave(new Behaviour(Mode.REFUSING, 0, -1, -1, 0));
        Answer any = town.order("a/3", Town.order());

        assertThat(List.of(payee, amount, any)).allMatch(answer -> answer.status() == 422);
        assertThat(List.of(payee, amount, any))
                .extracting(answer -> answer.text("code"))
                .containsExactly("payee-blocked", "over-limit", "refusing");
        assertThat(system.count().orders()).isZero();
    }

    @Test
    void refusesWhatTheContractDoesNotAllow() throws Exception {
        List<ObjectNode> wrong = List.of(
                Town.order().put("amountCents", 0),
                Town.order().put("currency", "USD"),
                Town.order().put("unknown", "x"),
                Town.order().put("originalSha256", "ABC"),
                Town.order().put("dueDate", "2026-02-30"),
                Town.order().putNull("certifiedBy"),
                Town.order().without("orderedBy"));

        for (ObjectNode order : wrong) {
            assertThat(Town.CONTRACT.faultsOfOrder(order.toString()))
                    .as(order.toString())
                    .isNotEmpty();
            assertThat(town.order("a/1", order).status()).as(order.toString()).isEqualTo(400);
        }
        assertThat(town.order("", Town.order()).status()).isEqualTo(400);
        assertThat(Town.CONTRACT.faultsOfOrder(Town.order().toString())).isEmpty();
    }

    @Test
    void answersNobodyWithoutTheToken() throws Exception {
        for (String path : List.of("/payment-orders", "/count", "/behaviour")) {
            assertThat(town.send(path, "GET", path, "falsch", "", "").status()).isEqualTo(401);
        }
    }

    @Test
    void isDownAndSlowWhenToldSo() throws Exception {
        system.behave(new Behaviour(Mode.DOWN, 0, -1, -1, 0));
        assertThat(town.order("a/1", Town.order()).status()).isEqualTo(503);
        assertThat(town.get("/payment-orders", "/payment-orders").status()).isEqualTo(503);

        system.behave(new Behaviour(Mode.SLOW, 700, -1, -1, 0));
        long begin = System.nanoTime();
        assertThat(town.order("a/1", Town.order()).status()).isEqualTo(201);
        assertThat(System.nanoTime() - begin).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(700));
    }

    @Test
    void postsPaysAndReturns() throws Exception {
        ObjectNode unknown = Town.order();
        ((ObjectNode) unknown.get("payee")).put("name", "UNBEKANNT");
        ObjectNode returning = Town.order();
        ((ObjectNode) returning.get("payee")).put("name", "RÜCKLÄUFER");
        String paid = town.order("a/1", Town.order()).text("orderId");
        town.order("b/1", unknown);
        town.order("c/1", returning);
        assertThat(status(paid)).isEqualTo("accepted");

        system.behave(PAYING);
        Town.await(() -> system.count().states().get("paid") == 1
                && system.count().states().get("returned") == 1);

        assertThat(eventsOf("a/1")).containsExactly("posted", "paid");
        assertThat(eventsOf("b/1")).containsExactly("refused");
        assertThat(eventsOf("c/1")).containsExactly("posted", "paid", "returned");
        assertThat(status(paid)).isEqualTo("paid");
    }

    @Test
    void givesItsFeedInPagesAndAgain() throws Exception {
        for (int i = 0; i < 25; i++) {
            town.order("a/" + i, Town.order());
        }
        system.behave(new Behaviour(Mode.NORMAL, 0, 0, 0, 5));
        Town.await(() -> system.count().states().get("paid") == 20);

        List<JsonNode> pages = town.feed(7);

        assertThat(pages).hasSize(25 + 25 + 5).isEqualTo(town.feed(1000));
        assertThat(pages.stream().map(event -> event.get("cursor").asLong()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(town.get("/payment-orders", "/payment-orders?limit=0").status())
                .isEqualTo(400);
    }

    @Test
    void remembersEverythingAfterBeingKilled() throws Exception {
        system.behave(PAYING);
        town.order("a/1", Town.order());
        town.order("a/1", Town.order());
        Town.await(() -> system.count().states().get("paid") == 1);
        system.behave(WAITING);
        town.order("b/1", Town.order());
        Count before = system.count();
        List<JsonNode> feed = town.feed(100);

        end();
        // A line that a killed process had only begun.
        Files.writeString(directory.resolve("ledger.jsonl"), "{\"accepted\":{\"orderId\"", StandardOpenOption.APPEND);
        system = FinanceSystemProcess.start(directory, Town.TOKEN, "--post-after-millis=-1");
        town = new Town(system.address());

        assertThat(system.count()).isEqualTo(before);
        assertThat(town.feed(100)).isEqualTo(feed);
        assertThat(town.order("b/1", Town.order()).status()).isEqualTo(200);
        assertThat(town.order("c/1", Town.order()).text("orderId")).isEqualTo("AO-000003");
    }

    @Test
    void worksAloneWithItsLedger() {
        assertThatIllegalStateException().isThrownBy(() -> FinanceSystemProcess.start(directory, Town.TOKEN));
        assertThat(directory.resolve("finance-system.log")).content().contains("another finance system works with");
    }

    @Test
    void endsWithTheProcessThatItIsBoundTo(@TempDir Path other) throws Exception {
        Process bound = new ProcessBuilder("sleep", "600").start();
        FinanceSystemProcess companion = FinanceSystemProcess.start(other, Town.TOKEN, "--end-with-pid=" + bound.pid());

        bound.destroyForcibly();

        assertThat(companion.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private String status(String orderId) throws Exception {
        return town.get("/payment-orders/{orderId}", "/payment-orders/" + orderId)
                .text("status");
    }

    private List<String> eventsOf(String key) throws Exception {
        return town.feed(100).stream()
                .filter(event -> event.get("idempotencyKey").asString().equals(key))
                .map(event -> event.get("event").asString())
                .toList();
    }
}
