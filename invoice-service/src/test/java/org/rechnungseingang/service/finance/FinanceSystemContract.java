package org.rechnungseingang.service.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.approval.NoTransfer;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.finance.Answer.Accepted;
import org.rechnungseingang.service.finance.Feedback.Told;
import org.rechnungseingang.service.journal.CaseId;

/** What holds of every way to a finance system. */
abstract class FinanceSystemContract {

    /** The adapter under test. */
    abstract FinanceSystem system();

    /** How many orders have arrived on the other side, ever. */
    abstract int arrived();

    /** Makes the other side post and pay what has arrived. */
    abstract void pay();

    /** Makes the other side unreachable. */
    abstract void breakDown();

    @Test
    void handsAnOrderOver() {
        int before = arrived();

        Answer answer = system().handOver(order());

        assertThat(answer).isInstanceOf(Accepted.class);
        assertThat(arrived()).isEqualTo(before + 1);
    }

    @Test
    void handsTheSameOrderOverOnce() {
        int before = arrived();
        PaymentOrder order = order();

        Answer first = system().handOver(order);
        Answer again = system().handOver(order);

        assertThat(again).isEqualTo(first);
        assertThat(arrived()).isEqualTo(before + 1);
    }

    @Test
    void handsOverWhatIsPostedOnly() {
        int before = arrived();

        assertThat(system().handOver(orderWithoutTransfer())).isInstanceOf(Accepted.class);

        assertThat(arrived()).isEqualTo(before + 1);
    }

    @Test
    void tellsWhatBecameOfAnOrder() {
        PaymentOrder order = order();
        system().handOver(order);

        pay();

        List<Told> told = tellsOf(order.key(), 2);
        assertThat(told).extracting(Told::state).containsExactly(PaymentState.POSTED, PaymentState.PAID);
        assertThat(told).allSatisfy(news -> assertThat(news.cents()).isEqualTo(1_190));
        assertThat(told).allSatisfy(news -> assertThat(news.reference()).isNotBlank());
    }

    @Test
    void goesOnWhereTheCursorIs() {
        PaymentOrder order = order();
        system().handOver(order);
        pay();
        tellsOf(order.key(), 2);
        Feedback first = system().feedback("", 1).get(0);
        system().settled(first);

        List<Feedback> rest = system().feedback(first.cursor(), 100);

        assertThat(rest).isNotEmpty().extracting(Feedback::cursor).doesNotContain(first.cursor());
    }

    @Test
    void saysWhenItCannotHandOver() {
        breakDown();

        assertThatExceptionOfType(FinanceUnavailable.class).isThrownBy(() -> system().handOver(order()));
    }

    @Test
    void saysWhenItCannotAsk() {
        breakDown();

        assertThatExceptionOfType(FinanceUnavailable.class).isThrownBy(() -> system().feedback("", 10));
    }

    private List<Told> tellsOf(String key, int atLeast) {
        List<Told> told = new ArrayList<>();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            told.clear();
            system().feedback("", 1_000).stream()
                    .filter(Told.class::isInstance)
                    .map(Told.class::cast)
                    .filter(news -> news.key().equals(key))
                    .forEach(told::add);
            return told.size() >= atLeast;
        });
        return told;
    }

    static PaymentOrder order() {
        return order(1_190, Optional.of("DE02120300000000202051"), Optional.empty());
    }

    static PaymentOrder orderWithoutTransfer() {
        return order(0, Optional.empty(), Optional.of(NoTransfer.NOTHING_TO_PAY));
    }

    private static PaymentOrder order(long cents, Optional<String> iban, Optional<NoTransfer> noTransfer) {
        CaseId caseId = new CaseId(UUID.randomUUID());
        Payment payment = new Payment(
                caseId,
                1,
                Payment.key(caseId, 1),
                "MST-2026-0000042-61",
                cents,
                1_190,
                "EUR",
                iban,
                noTransfer,
                Sha256.of(new byte[0]),
                PaymentState.ORDERED);
        return new PaymentOrder(
                payment,
                Optional.of("R-1"),
                Optional.of(LocalDate.of(2026, 11, 3)),
                Optional.empty(),
                Optional.of("Papierhaus Sonnberg GmbH"),
                List.of("Ayşe Yıldız"),
                Optional.of("Bernd Kowalski"));
    }
}
