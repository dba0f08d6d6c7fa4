package org.rechnungseingang.service.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rechnungseingang.service.town.AnInvoice.anInvoice;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.Recorded;
import org.rechnungseingang.service.people.Visibility;
import org.rechnungseingang.service.register.Register;
import org.rechnungseingang.service.register.RegisterEntry;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Faltering;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@WithTwoTowns
class GivenUpIT {

    private static final String TOWN = "anstadt";
    private static final Actor ADMINISTRATOR = Actor.program("Gesa Petersen");

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @Autowired
    private Faltering stage;

    @Autowired
    private DeadLetters letters;

    @Autowired
    private InvoiceCases cases;

    @Autowired
    private Register register;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void holdsACaseWhoseStageWasGivenUpUntilThatStageIsSentAgain() {
        Receipt receipt = accepted();

        tell(new StageGivenUp(receipt.caseId(), Actor.service("route"), "route", 1, 16, "down"));

        assertMark(receipt, Mark.ON_HOLD, Optional.of("route"));

        tell(new StageSentAgain(receipt.caseId(), ADMINISTRATOR, "other", 1));
        assertMark(receipt, Mark.ON_HOLD, Optional.of("route"));

        tell(new StageSentAgain(receipt.caseId(), ADMINISTRATOR, "route", 1));
        assertMark(receipt, Mark.OPEN, Optional.empty());
    }

    @Test
    void givesUpAJobThatHasTakenFiveNodesWithIt() {
        Receipt receipt = towns.receive(TOWN);
        towns.awaitChecked(TOWN, receipt.caseId());
        Job job = new Job(
                "faltering",
                towns.town(TOWN),
                receipt.caseId(),
                1,
                receipt.receiptNumber().text());

        // As the queue looks after the fifth node has died with the job.
        behind.sql().sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                          node_deaths, last_heartbeat, version)
                        values ('stage', ?, now() - interval '10 min', true, 'a dead node', 4, now() - interval '10 min', 1)""").param(job.key()).update();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(towns.in(TOWN, letters::waiting))
                        .filteredOn(letter -> letter.job().equals(job))
                        .singleElement()
                        .satisfies(letter -> {
                            assertThat(letter.attempts()).isEqualTo(5);
                            assertThat(letter.reason()).contains("node went away");
                        }));
        assertThat(behind.count("scheduled_tasks where task_instance = ?", job.key()))
                .isZero();
        assertThat(stage.attempts(receipt.caseId())).isEmpty();
    }

    @Test
    void leavesTheHoldOfAVerdictAlone() {
        Receipt receipt = towns.receive(TOWN);
        towns.awaitChecked(TOWN, receipt.caseId());
        assertMark(receipt, Mark.ON_HOLD, Optional.empty());

        tell(new StageGivenUp(receipt.caseId(), Actor.service("route"), "route", 1, 16, "down"));
        tell(new StageSentAgain(receipt.caseId(), ADMINISTRATOR, "route", 1));

        assertMark(receipt, Mark.ON_HOLD, Optional.empty());
    }

    // Here, since no request is about: its end would clear the log too.
    @Test
    void leavesNoReceiptNumberInTheLogOfItsThread() {
        towns.receive(TOWN);
        assertThat(MDC.get("receiptNumber")).isNull();

        try (MDC.MDCCloseable outer = MDC.putCloseable("receiptNumber", "of a mail")) {
            towns.receive(TOWN);
            assertThat(MDC.get("receiptNumber")).isEqualTo("of a mail");
        }
    }

    private Receipt accepted() {
        Receipt receipt =
                towns.receive(TOWN, anInvoice().to("04011000-1234512345-06").bytes());
        towns.awaitChecked(TOWN, receipt.caseId());
        assertMark(receipt, Mark.OPEN, Optional.empty());
        return receipt;
    }

    private void tell(Recorded event) {
        towns.in(
                TOWN,
                () -> transaction.execute(status -> {
                    events.publishEvent(event);
                    return "told";
                }));
    }

    private void assertMark(Receipt receipt, Mark mark, Optional<String> givenUp) {
        assertThat(towns.in(TOWN, () -> cases.get(receipt.caseId())).mark()).isEqualTo(mark);
        RegisterEntry entry = towns.in(TOWN, () -> register.find(receipt.receiptNumber(), new Visibility.All()))
                .orElseThrow();
        assertThat(entry.mark()).isEqualTo(mark);
        assertThat(entry.givenUp()).isEqualTo(givenUp);
    }
}
