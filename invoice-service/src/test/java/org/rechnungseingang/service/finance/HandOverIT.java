package org.rechnungseingang.service.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rechnungseingang.samples.finance.Behaviour;
import org.rechnungseingang.samples.finance.Behaviour.Mode;
import org.rechnungseingang.samples.finance.Count;
import org.rechnungseingang.service.approval.NoTransfer;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.way.Standstill;
import org.rechnungseingang.service.work.DeadLetter;
import org.rechnungseingang.service.work.DeadLetters;
import org.rechnungseingang.service.work.Job;
import org.springframework.beans.factory.annotation.Autowired;

/** Over REST, with the finance system in a process of its own. */
@FinanceTest
@Timeout(240)
class HandOverIT {

    private static final String TOWN = "anstadt";

    private static final Partner PARTNER = Partner.INSTANCE;

    @Autowired
    private OrderedCases ordered;

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @Autowired
    private DeadLetters letters;

    @Autowired
    private HandOver handOver;

    @Autowired
    private FinanceHealthIndicator health;

    @Autowired
    private CurrentTenant tenant;

    @BeforeEach
    void behave() {
        PARTNER.behave(Partner.TAKING);
    }

    @Test
    void leadsAnOrderToThePayment() {
        CaseId caseId = ordered.ordered(TOWN);
        ordered.awaitPayment(TOWN, caseId, PaymentState.ACCEPTED);
        assertThat(ordered.get(TOWN, caseId).station()).isEqualTo(Station.ORDERED);

        PARTNER.behave(Partner.PAYING);

        ordered.awaitPayment(TOWN, caseId, PaymentState.PAID);
        assertThat(ordered.get(TOWN, caseId).station()).isEqualTo(Station.PAID);
        assertThat(ordered.get(TOWN, caseId).mark()).isEqualTo(Mark.OPEN);
        assertThat(ordered.sinceOrdered(TOWN, caseId))
                .containsExactly("PaymentOrderAccepted", "InvoicePosted", "InvoicePaid");
        assertThat(ordered.lastPayload(TOWN, caseId)).contains("\"reference\":\"ZA-");
    }

    @Test
    void handsTwentyOverOnceEach() {
        int before = PARTNER.count().orders();

        List<CaseId> twenty = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> ordered.ordered(TOWN))
                .toList();

        twenty.forEach(caseId -> ordered.awaitPayment(TOWN, caseId, PaymentState.ACCEPTED));
        Count count = PARTNER.count();
        assertThat(count.orders()).isEqualTo(before + 20);
        assertThat(count.keys()).isEqualTo(count.orders());
        assertThat(count.invoices()).isEqualTo(count.orders());
    }

    // The first attempt is given up before the finance system has decided; it takes one order all the same.
    @Test
    void ordersOnceWhenTheAnswerComesTooLate() {
        int before = PARTNER.count().orders();
        PARTNER.behave(new Behaviour(Mode.SLOW, 3_000, -1, -1, 0));

        CaseId caseId = ordered.ordered(TOWN);

        ordered.awaitPayment(TOWN, caseId, PaymentState.ACCEPTED);
        assertThat(PARTNER.count().orders()).isEqualTo(before + 1);
        assertThat(ordered.sinceOrdered(TOWN, caseId)).containsExactly("PaymentOrderAccepted");
    }

    @Test
    void ordersOnceWhenAnswersAreLost() {
        int before = PARTNER.count().orders();
        PARTNER.behave(Mode.LOST_ANSWERS);

        CaseId caseId = ordered.ordered(TOWN);

        ordered.awaitPayment(TOWN, caseId, PaymentState.ACCEPTED);
        assertThat(PARTNER.count().orders()).isEqualTo(before + 1);
        assertThat(ordered.sinceOrdered(TOWN, caseId)).containsExactly("PaymentOrderAccepted");
    }

    @Test
    void waitsForAFinanceSystemThatIsDown() {
        int before = PARTNER.count().orders();
        PARTNER.behave(Mode.DOWN);
        CaseId caseId = ordered.ordered(TOWN);
        awaitFailures(caseId, 2);
        assertThat(ordered.payment(TOWN, caseId).state()).isEqualTo(PaymentState.ORDERED);
        assertThat(String.valueOf(health.health().getDetails().get(TOWN))).contains("silentSince");

        PARTNER.behave(Partner.TAKING);

        ordered.awaitPayment(TOWN, caseId, PaymentState.ACCEPTED);
        assertThat(PARTNER.count().orders()).isEqualTo(before + 1);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        !String.valueOf(health.health().getDetails().get(TOWN)).contains("silentSince"));
    }

    @Test
    void goesOnWhenTheFinanceSystemWasKilled() {
        CaseId known = ordered.ordered(TOWN);
        ordered.awaitPayment(TOWN, known, PaymentState.ACCEPTED);
        int before = PARTNER.count().orders();
        PARTNER.kill();
        CaseId caseId = ordered.ordered(TOWN);
        awaitFailures(caseId, 1);

        PARTNER.startAgain();

        ordered.awaitPayment(TOWN, caseId, PaymentState.ACCEPTED);
        assertThat(PARTNER.count().orders()).isEqualTo(before + 1);
        PARTNER.behave(Partner.PAYING);
        ordered.awaitPayment(TOWN, known, PaymentState.PAID);
        ordered.awaitPayment(TOWN, caseId, PaymentState.PAID);
    }

    @Test
    void goesOnWhenTheFinanceSystemStoodStill() {
        int before = PARTNER.count().orders();
        CaseId caseId;
        try (Standstill still = PARTNER.freeze()) {
            caseId = ordered.ordered(TOWN);
            awaitFailures(caseId, 2);
        }

        ordered.awaitPayment(TOWN, caseId, PaymentState.ACCEPTED);
        assertThat(PARTNER.count().orders()).isEqualTo(before + 1);
        PARTNER.behave(Partner.PAYING);
        ordered.awaitPayment(TOWN, caseId, PaymentState.PAID);
    }

    @Test
    void holdsWhatIsRefused() {
        PARTNER.behave(Mode.REFUSING);

        CaseId caseId = ordered.ordered(TOWN);

        ordered.awaitPayment(TOWN, caseId, PaymentState.REFUSED);
        assertThat(ordered.get(TOWN, caseId).station()).isEqualTo(Station.ORDERED);
        assertThat(ordered.get(TOWN, caseId).mark()).isEqualTo(Mark.ON_HOLD);
        assertThat(ordered.sinceOrdered(TOWN, caseId)).containsExactly("PaymentOrderRefused");
        assertThat(ordered.lastPayload(TOWN, caseId)).contains("nimmt zurzeit keine Anordnungen an");
        assertThat(alive(caseId)).isZero();
    }

    @Test
    void mayOrderAgainWhatWasRefused() {
        PARTNER.behave(Mode.REFUSING);
        CaseId caseId = ordered.ordered(TOWN);
        ordered.awaitPayment(TOWN, caseId, PaymentState.REFUSED);
        PARTNER.behave(Partner.TAKING);

        ordered.orderAgain(TOWN, caseId);

        ordered.awaitPayment(TOWN, caseId, PaymentState.ACCEPTED);
        assertThat(ordered.payment(TOWN, caseId).key()).isEqualTo(caseId + "-2");
        assertThat(alive(caseId)).isEqualTo(OrderedCases.CENTS);
    }

    @Test
    void holdsWhatIsRefusedAfterItWasTaken() {
        CaseId caseId = ordered.orderedFor(TOWN, "UNBEKANNT Papier GmbH");
        ordered.awaitPayment(TOWN, caseId, PaymentState.ACCEPTED);

        PARTNER.behave(Partner.PAYING);

        ordered.awaitPayment(TOWN, caseId, PaymentState.REFUSED);
        assertThat(ordered.get(TOWN, caseId).mark()).isEqualTo(Mark.ON_HOLD);
        assertThat(ordered.sinceOrdered(TOWN, caseId)).containsExactly("PaymentOrderAccepted", "PaymentOrderRefused");
    }

    @Test
    void holdsWhatTheBankSendsBackAndFreesItsAmount() {
        PARTNER.behave(Partner.PAYING);

        CaseId caseId = ordered.orderedFor(TOWN, "RÜCKLÄUFER Papier GmbH");

        ordered.awaitPayment(TOWN, caseId, PaymentState.RETURNED);
        assertThat(ordered.get(TOWN, caseId).mark()).isEqualTo(Mark.ON_HOLD);
        assertThat(ordered.sinceOrdered(TOWN, caseId))
                .containsExactly("PaymentOrderAccepted", "InvoicePosted", "InvoicePaid", "PaymentReturned");
        assertThat(alive(caseId)).isZero();
    }

    @Test
    void postsACreditNoteAndNeverPaysIt() {
        PARTNER.behave(Partner.PAYING);
        long amount = PARTNER.count().amountCents();

        CaseId creditNote = ordered.orderedWithoutTransfer(TOWN, NoTransfer.NOTHING_TO_PAY, -11_900);

        ordered.awaitPayment(TOWN, creditNote, PaymentState.POSTED);
        // What is ordered later is paid, and nothing has come for the credit note by then.
        ordered.awaitPayment(TOWN, ordered.ordered(TOWN), PaymentState.PAID);
        assertThat(ordered.get(TOWN, creditNote).station()).isEqualTo(Station.POSTED);
        assertThat(ordered.sinceOrdered(TOWN, creditNote)).containsExactly("PaymentOrderAccepted", "InvoicePosted");
        assertThat(PARTNER.count().amountCents()).isEqualTo(amount + OrderedCases.CENTS);
    }

    @Test
    void followsWhatTheSupplierCollects() {
        PARTNER.behave(Partner.PAYING);

        CaseId caseId = ordered.orderedWithoutTransfer(TOWN, NoTransfer.DIRECT_DEBIT, 5_000);

        ordered.awaitPayment(TOWN, caseId, PaymentState.PAID);
        assertThat(ordered.get(TOWN, caseId).station()).isEqualTo(Station.PAID);
        assertThat(alive(caseId)).isZero();
    }

    @Test
    void becomesADeadLetterThatCanBeSentAgain() {
        PARTNER.behave(Mode.DOWN);
        CaseId caseId = ordered.ordered(TOWN);
        await().atMost(Duration.ofSeconds(90)).until(() -> !letters(caseId).isEmpty());
        assertThat(ordered.get(TOWN, caseId).mark()).isEqualTo(Mark.ON_HOLD);
        PARTNER.behave(Partner.TAKING);

        towns.in(TOWN, () -> letters.sendAgain(letters(caseId).get(0).id(), Actor.program("Gesa Petersen")));

        ordered.awaitPayment(TOWN, caseId, PaymentState.ACCEPTED);
        assertThat(ordered.get(TOWN, caseId).mark()).isEqualTo(Mark.OPEN);
    }

    // The node dies after the finance system's yes: the job runs once more on another.
    @Test
    void notesAnAnswerOnceHoweverOftenTheStageRuns() {
        CaseId caseId = ordered.ordered(TOWN);
        ordered.awaitPayment(TOWN, caseId, PaymentState.ACCEPTED);
        int before = PARTNER.count().orders();
        behind.changePastAllConstraints("update payment set state = 'ORDERED' where case_id = ?", caseId.value());
        Job job = new Job(HandOver.NAME, towns.town(TOWN), caseId, 1, "ANS-2026-0000001-00");

        tenant.runWithin(towns.town(TOWN), () -> handOver.run(job));
        tenant.runWithin(towns.town(TOWN), () -> handOver.run(job));

        assertThat(PARTNER.count().orders()).isEqualTo(before);
        assertThat(ordered.sinceOrdered(TOWN, caseId)).containsExactly("PaymentOrderAccepted", "PaymentOrderAccepted");
    }

    private void awaitFailures(CaseId caseId, int failures) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> behind.count(
                                "scheduled_tasks where task_instance like ? and consecutive_failures >= ?",
                                "hand-over/%/" + caseId + "/%",
                                failures)
                        == 1);
    }

    private List<DeadLetter> letters(CaseId caseId) {
        return towns.in(TOWN, letters::waiting).stream()
                .filter(letter -> letter.job().caseId().equals(caseId))
                .toList();
    }

    private long alive(CaseId caseId) {
        return behind.sql()
                .sql("select live_cents from payable where case_id = ?")
                .param(caseId.value())
                .query(Long.class)
                .single();
    }
}
