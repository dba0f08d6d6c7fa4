package org.rechnungseingang.service.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rechnungseingang.service.approval.NoTransfer;
import org.rechnungseingang.service.finance.SetAsideFeedback.Cause;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** By files: what is told is in the test's hand. */
@FinanceTest
@Timeout(240)
class FeedbackIT {

    private static final String TOWN = "beistadt";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    private OrderedCases ordered;

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @Autowired
    private SetAsideFeedback setAside;

    @Autowired
    private MeterRegistry meters;

    @Test
    void dropsAFileForTheOrder() throws IOException {
        CaseId caseId = accepted();

        JsonNode order = JsonMapper.shared()
                .readTree(Files.readAllBytes(WithFinanceSystems.FILES.resolve("orders/" + caseId + "-1.json")));
        assertThat(order.path("idempotencyKey").asString()).isEqualTo(caseId + "-1");
        assertThat(order.path("amountCents").longValue()).isEqualTo(OrderedCases.CENTS);
        assertThat(order.at("/payee/iban").asString()).isEqualTo(OrderedCases.IBAN);
        assertThat(order.at("/payee/name").asString()).isEqualTo("Papierhaus Sonnberg GmbH");
        assertThat(order.path("certifiedBy").asString()).isEqualTo("Ayşe Yıldız");
        assertThat(order.path("orderedBy").asString()).isEqualTo("Bernd Kowalski");
        assertThat(order.path("transfer").booleanValue()).isTrue();
    }

    @Test
    void movesPostedAndPaid() {
        CaseId caseId = accepted();

        tell(caseId, "posted", OrderedCases.CENTS);
        ordered.awaitPayment(TOWN, caseId, PaymentState.POSTED);
        assertThat(ordered.get(TOWN, caseId).station()).isEqualTo(Station.POSTED);
        tell(caseId, "paid", OrderedCases.CENTS);
        ordered.awaitPayment(TOWN, caseId, PaymentState.PAID);

        assertThat(ordered.get(TOWN, caseId).station()).isEqualTo(Station.PAID);
        assertThat(ordered.sinceOrdered(TOWN, caseId))
                .containsExactly("PaymentOrderAccepted", "InvoicePosted", "InvoicePaid");
    }

    @Test
    void movesPaidBeforePosted() {
        CaseId caseId = accepted();

        tell(caseId, "paid", OrderedCases.CENTS);
        Path late = tell(caseId, "posted", OrderedCases.CENTS);

        awaitDone(late);
        assertThat(ordered.get(TOWN, caseId).station()).isEqualTo(Station.PAID);
        assertThat(ordered.sinceOrdered(TOWN, caseId))
                .containsExactly("PaymentOrderAccepted", "InvoicePosted", "InvoicePaid");
    }

    @Test
    void appliesTheSameTwiceOnce() {
        CaseId caseId = accepted();

        tell(caseId, "posted", OrderedCases.CENTS);
        Path again = tell(caseId, "posted", OrderedCases.CENTS);

        awaitDone(again);
        assertThat(ordered.sinceOrdered(TOWN, caseId)).containsExactly("PaymentOrderAccepted", "InvoicePosted");
    }

    // We died between the finance system's yes and our note of it, and its news are quicker than our next attempt.
    @Test
    void takesNewsOfAnOrderThatNobodyHasAnsweredForAYes() {
        CaseId caseId = accepted();
        behind.changePastAllConstraints("update payment set state = 'ORDERED' where case_id = ?", caseId.value());
        behind.sql()
                .sql("update invoice_case set mark = 'ON_HOLD' where id = ?")
                .param(caseId.value())
                .update();

        tell(caseId, "paid", OrderedCases.CENTS);

        ordered.awaitPayment(TOWN, caseId, PaymentState.PAID);
        assertThat(ordered.get(TOWN, caseId).mark()).isEqualTo(Mark.OPEN);
        assertThat(ordered.sinceOrdered(TOWN, caseId))
                .containsExactly("PaymentOrderAccepted", "PaymentOrderAccepted", "InvoicePosted", "InvoicePaid");
    }

    @Test
    void holdsAnotherAmount() {
        CaseId caseId = accepted();

        Path told = tell(caseId, "paid", OrderedCases.CENTS + 1);

        awaitDone(told);
        InvoiceCase held = ordered.get(TOWN, caseId);
        assertThat(held.station()).isEqualTo(Station.ORDERED);
        assertThat(held.mark()).isEqualTo(Mark.ON_HOLD);
        assertThat(ordered.lastPayload(TOWN, caseId)).contains("OTHER_AMOUNT", "119000", "119001");
        assertThat(ordered.payment(TOWN, caseId).state()).isEqualTo(PaymentState.ACCEPTED);
    }

    @Test
    void holdsACreditNoteThatIsSaidToBePaid() {
        CaseId caseId = ordered.orderedWithoutTransfer(TOWN, NoTransfer.NOTHING_TO_PAY, -11_900);
        ordered.awaitPayment(TOWN, caseId, PaymentState.ACCEPTED);

        Path told = tell(caseId, "paid", 0);

        awaitDone(told);
        assertThat(ordered.get(TOWN, caseId).station()).isEqualTo(Station.ORDERED);
        assertThat(ordered.get(TOWN, caseId).mark()).isEqualTo(Mark.ON_HOLD);
        assertThat(ordered.lastPayload(TOWN, caseId)).contains("PAID_WITHOUT_TRANSFER");
    }

    @Test
    void passesOverOrdersThatItDoesNotKnow() {
        double before = meters.counter("rechnungseingang.finance.feedback", "outcome", "UNKNOWN")
                .count();

        Path told = tell("11111111-0000-0000-0000-000000000000-1", "paid", 100);

        awaitDone(told);
        assertThat(meters.counter("rechnungseingang.finance.feedback", "outcome", "UNKNOWN")
                        .count())
                .isEqualTo(before + 1);
    }

    // Anstadt's orders are no business of Beistadt's finance system.
    @Test
    void passesOverOrdersOfAnotherTown() {
        Partner.INSTANCE.behave(Partner.TAKING);
        CaseId elsewhere = ordered.ordered("anstadt");
        ordered.awaitPayment("anstadt", elsewhere, PaymentState.ACCEPTED);

        Path told = tell(elsewhere, "paid", OrderedCases.CENTS);

        awaitDone(told);
        assertThat(ordered.payment("anstadt", elsewhere).state()).isEqualTo(PaymentState.ACCEPTED);
    }

    @Test
    void setsAsideWhatItCannotUnderstandAndGoesOn() throws IOException {
        CaseId caseId = accepted();
        Path garbage = write("{\"event\": \"paid\", ");
        Path incomplete = write("{\"event\": \"vaporised\", \"idempotencyKey\": \"k\", \"orderId\": \"o\"}");
        tell(caseId, "posted", OrderedCases.CENTS);

        ordered.awaitPayment(TOWN, caseId, PaymentState.POSTED);

        assertThat(WithFinanceSystems.FILES.resolve("set-aside").resolve(garbage.getFileName()))
                .exists();
        assertThat(WithFinanceSystems.FILES.resolve("set-aside").resolve(incomplete.getFileName()))
                .exists();
        List<SetAsideFeedback.Entry> waiting = waiting();
        assertThat(waiting).anySatisfy(entry -> assertThat(entry.reason()).contains("no JSON"));
        assertThat(waiting).extracting(SetAsideFeedback.Entry::cause).contains(Cause.NOT_UNDERSTOOD);
        assertThat(waiting).anySatisfy(entry -> assertThat(entry.reason()).contains("vaporised"));
    }

    @Test
    void setsAsideWhatCannotHappenToAPayment() {
        CaseId caseId = accepted();
        tell(caseId, "refused", OrderedCases.CENTS);
        ordered.awaitPayment(TOWN, caseId, PaymentState.REFUSED);

        Path told = tell(caseId, "paid", OrderedCases.CENTS);

        awaitDone(told);
        assertThat(ordered.payment(TOWN, caseId).state()).isEqualTo(PaymentState.REFUSED);
        SetAsideFeedback.Entry entry = waiting().stream()
                .filter(waits -> waits.key().equals(caseId + "-1"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.status()).isEqualTo("PAID");
        assertThat(entry.cause()).isEqualTo(Cause.CANNOT_HAPPEN);
        assertThat(entry.receiptNumber())
                .contains(ordered.get(TOWN, caseId).receiptNumber().text());
        assertThat(towns.in("anstadt", () -> setAside.settle(entry.id(), Actor.program("Gesa Petersen"))))
                .isEmpty();
        assertThat(towns.in(TOWN, () -> setAside.settle(entry.id(), Actor.program("Gesa Petersen"))))
                .contains(caseId + "-1");
        assertThat(towns.in(TOWN, () -> setAside.settle(entry.id(), Actor.program("Gesa Petersen"))))
                .isEmpty();
        assertThat(waiting()).doesNotContain(entry);
        assertThat(ordered.sinceOrdered(TOWN, caseId)).endsWith("PaymentOrderRefused", "FeedbackSettled");
        assertThat(behind.count(
                        "feedback_set_aside where id = ? and settled_by = 'Gesa Petersen' and settled_at is not null",
                        entry.id()))
                .isEqualTo(1);
    }

    // The case is broken past all constraints; what comes after its feedback is applied all the same.
    @Test
    void givesUpWhatFailsAgainAndAgain() {
        CaseId broken = accepted();
        CaseId whole = accepted();
        behind.changePastAllConstraints("delete from invoice_case where id = ?", broken.value());

        tell(broken, "paid", OrderedCases.CENTS);
        tell(whole, "paid", OrderedCases.CENTS);

        ordered.awaitPayment(TOWN, whole, PaymentState.PAID);
        assertThat(waiting()).anySatisfy(entry -> assertThat(entry.key()).isEqualTo(broken + "-1"));
    }

    private List<SetAsideFeedback.Entry> waiting() {
        return towns.in(TOWN, () -> setAside.waiting(1_000));
    }

    private CaseId accepted() {
        CaseId caseId = ordered.ordered(TOWN);
        ordered.awaitPayment(TOWN, caseId, PaymentState.ACCEPTED);
        return caseId;
    }

    private static Path tell(CaseId caseId, String event, long cents) {
        return tell(caseId + "-1", event, cents);
    }

    private static Path tell(String key, String event, long cents) {
        return write("""
                {"idempotencyKey": "%s", "orderId": "AO-1", "event": "%s", "at": "2026-11-22T10:15:30Z",
                 "amountCents": %d, "reference": "R-1", "reason": "Konto erloschen", "more": [1]}""".formatted(key, event, cents));
    }

    /** A finished file that shows itself at once, and is old enough not to be taken for one that is still written. */
    private static Path write(String content) {
        try {
            Path feedback = Files.createDirectories(WithFinanceSystems.FILES.resolve("feedback"));
            String name = "%06d.json".formatted(NUMBERS.incrementAndGet());
            Path hidden = Files.writeString(feedback.resolve("." + name), content);
            Files.setLastModifiedTime(hidden, FileTime.from(Instant.now().minusSeconds(60)));
            return Files.move(hidden, feedback.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitDone(Path file) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        Files.exists(WithFinanceSystems.FILES.resolve("done").resolve(file.getFileName())));
    }
}
