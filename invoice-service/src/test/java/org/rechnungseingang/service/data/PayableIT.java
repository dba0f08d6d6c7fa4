package org.rechnungseingang.service.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sum of a case's live payments never exceeds what was ordered, whatever the application's login tries. */
class PayableIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    /** Round 1: 100 cents are ordered, and 100 live in a payment. */
    private static final Town TOWN = Town.in(DATABASE.owner(), "OWN");

    private static final Session SESSION = session();

    @AfterAll
    static void close() throws SQLException {
        SESSION.close();
    }

    @Test
    void takesNoSecondLivePayment() {
        assertRefused("one_live_payment", jdbc -> {
            order(jdbc, 2, 1_000);
            pay(jdbc, 2, 1);
        });
    }

    // It would be no cent more, and still the finance system would have two orders.
    @Test
    void takesNoSecondLivePaymentWithoutATransfer() {
        assertRefused("one_live_payment", jdbc -> {
            order(jdbc, 2, 100);
            insert(jdbc, 2, 0, null, "DIRECT_DEBIT");
        });
    }

    @Test
    void takesNoPaymentAboveTheOrder() {
        assertRefused("never_more_than_ordered", jdbc -> {
            become(jdbc, "REFUSED");
            order(jdbc, 2, 100);
            pay(jdbc, 2, 101);
        });
    }

    @Test
    void takesNoOrderBelowWhatLives() {
        assertRefused("never_more_than_ordered", jdbc -> order(jdbc, 2, 99));
    }

    @Test
    void takesNoPaymentWithoutAnOrder() {
        assertRefused("violates foreign key constraint", jdbc -> {
            become(jdbc, "REFUSED");
            pay(jdbc, 2, 100);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "RETURNED"})
    void freesTheAmountOfAPaymentThatLivesNoLonger(String end) {
        long live = SESSION.as(TOWN.tenant(), jdbc -> {
            become(jdbc, end);
            order(jdbc, 2, 100);
            pay(jdbc, 2, 100);
            return live(jdbc);
        });

        assertThat(live).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, ACCEPTED",
        "REFUSED, RETURNED",
        "RETURNED, PAID",
        "RETURNED, REFUSED",
        "PAID, REFUSED",
        "PAID, POSTED",
        "ACCEPTED, ORDERED"
    })
    void revivesAndFreesNothingTwice(String state, String next) {
        assertRefused("a payment does not become " + next + " after " + state, jdbc -> {
            become(jdbc, state);
            become(jdbc, next);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update payment set cents = 1",
                "update payment set case_id = gen_random_uuid()",
                "update payment set round = 2",
                "update payment set key = 'other'",
                "update payment set iban = 'DE75512108001245126199'",
                "delete from payment",
                "update payable set ordered_cents = 1000000",
                "update payable set live_cents = 0",
                "insert into payable (tenant, case_id, ordered_cents) select tenant, gen_random_uuid(), 1 from payment",
                "delete from payable",
                "update payment_order set transfer_cents = 1000000",
                "alter table payment disable trigger all",
                "drop trigger payment_keeps_payable on payment",
                "create or replace function payment_lives(state text) returns boolean language sql as 'select false'"
            })
    void changesNoAmount(String statement) {
        assertThatThrownBy(() ->
                        SESSION.as(TOWN.tenant(), jdbc -> jdbc.sql(statement).update()))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner of).*");
    }

    @Test
    void transfersNothingWhereNoTransferMayBeMade() {
        assertRefused("transfer_or_none", jdbc -> {
            become(jdbc, "REFUSED");
            order(jdbc, 2, 100);
            insert(jdbc, 2, 100, "DE02120300000000202051", "DIRECT_DEBIT");
        });
    }

    // Each for itself would fit; the second waits for the first and is then refused.
    @Test
    void takesOneOfTwoAtTheSameTime() throws Exception {
        Town town = Town.in(DATABASE.owner(), "TWO");
        JdbcClient owner = JdbcClient.create(DATABASE.owner());
        owner.sql("update payment set state = 'REFUSED' where tenant = ?")
                .param(town.tenant())
                .update();
        order(owner, town, 2, 100);
        order(owner, town, 3, 100);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> outcomes =
                    two.invokeAll(List.<Callable<String>>of(() -> paid(town, 2), () -> paid(town, 3)));

            assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                    .containsOnlyOnce("paid")
                    .anySatisfy(outcome -> assertThat(outcome).contains("one_live_payment"));
        } finally {
            two.shutdownNow();
        }
    }

    private static String paid(Town town, int round) {
        JdbcClient owner = JdbcClient.create(DATABASE.owner());
        try {
            insert(owner, town, round, 100, "DE02120300000000202051", null);
            return "paid";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void assertRefused(String message, Consumer<JdbcClient> act) {
        assertThatThrownBy(() -> SESSION.as(TOWN.tenant(), jdbc -> {
                    act.accept(jdbc);
                    return "done";
                }))
                .rootCause()
                .hasMessageContaining(message);
    }

    private static void become(JdbcClient jdbc, String state) {
        jdbc.sql("update payment set state = ? where case_id = ?")
                .params(state, TOWN.id())
                .update();
    }

    private static void order(JdbcClient jdbc, int round, long cents) {
        order(jdbc, TOWN, round, cents);
    }

    private static void order(JdbcClient jdbc, Town town, int round, long cents) {
        jdbc.sql("""
                        insert into certification (tenant, case_id, round, subject, certified_by, power, document, certified_at)
                        select tenant, case_id, ?, subject, certified_by, power, document, now()
                        from certification where tenant = ? and round = 1""").params(round, town.tenant()).update();
        jdbc.sql("""
                        insert into payment_order (tenant, case_id, round, ordered_by, grounds_by, sums_by, power, document,
                          payable_cents, transfer_cents, currency, iban, ordered_at)
                        select tenant, case_id, ?, ordered_by, grounds_by, sums_by, power, document, 1000, ?, currency, iban, now()
                        from payment_order where tenant = ? and round = 1""").params(round, cents, town.tenant()).update();
    }

    private static void pay(JdbcClient jdbc, int round, long cents) {
        insert(jdbc, round, cents, "DE02120300000000202051", null);
    }

    private static void insert(JdbcClient jdbc, int round, long cents, String iban, String noTransfer) {
        insert(jdbc, TOWN, round, cents, iban, noTransfer);
    }

    private static void insert(JdbcClient jdbc, Town town, int round, long cents, String iban, String noTransfer) {
        jdbc.sql("""
                        insert into payment (tenant, case_id, round, key, receipt_number, cents, payable_cents, currency, iban,
                          no_transfer, document, state, changed_at)
                        values (?, ?, ?, ?, 'X', ?, 100, 'EUR', ?, ?, repeat('0', 64), 'ORDERED', now())""")
                .params(town.tenant(), town.id(), round, UUID.randomUUID().toString(), cents)
                .param(iban)
                .param(noTransfer)
                .update();
    }

    private static long live(JdbcClient jdbc) {
        return jdbc.sql("select live_cents from payable where case_id = ?")
                .param(TOWN.id())
                .query(Long.class)
                .single();
    }

    private static Session session() {
        try {
            return Session.of(DATABASE.application());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
