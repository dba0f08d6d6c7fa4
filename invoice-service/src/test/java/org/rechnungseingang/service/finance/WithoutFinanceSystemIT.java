package org.rechnungseingang.service.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rechnungseingang.service.finance.Feedback.Told;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A town whose finance system is not configured yet; nobody asks for its feedback either. */
@FinanceTest
@Timeout(240)
class WithoutFinanceSystemIT {

    private static final String TOWN = "zustadt";

    @Autowired
    private OrderedCases ordered;

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @Autowired
    private WaitingPayments waiting;

    @Autowired
    private ApplyFeedback apply;

    @Autowired
    private FeedbackCursor cursor;

    @Autowired
    private FinanceHealthIndicator health;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void keepsTheOrderAndSaysSo() {
        CaseId caseId = ordered.ordered(TOWN);

        assertThat(ordered.payment(TOWN, caseId).state()).isEqualTo(PaymentState.ORDERED);
        assertThat(ordered.get(TOWN, caseId).station()).isEqualTo(Station.ORDERED);
        assertThat(ordered.get(TOWN, caseId).mark()).isEqualTo(Mark.OPEN);
        assertThat(jobs(caseId)).isZero();
        Health said = health.health();
        assertThat(said.getStatus().getCode()).isEqualTo("ATTENTION");
        assertThat(said.getDetails().get(TOWN).toString()).contains("ordersWithoutFinanceSystem");
        assertThat(said.getDetails().get("withoutFinanceSystem")).isEqualTo(List.of(TOWN));
    }

    @Test
    void queuesWhatWaitsWhenThereIsOne() {
        CaseId caseId = ordered.ordered(TOWN);

        long queued = towns.in(
                TOWN,
                () -> transaction.execute(status -> {
                    waiting.queue();
                    waiting.queue();
                    return scheduled(caseId);
                }));

        assertThat(queued).isEqualTo(1);
    }

    // Eight nodes have heard the same at the same time.
    @Test
    void appliesAFeedbackOnce() throws Exception {
        CaseId caseId = ordered.ordered(TOWN);
        String before = towns.in(TOWN, cursor::get);
        Told told = new Told(
                before + "x",
                Payment.key(caseId, 1),
                "AO-1",
                PaymentState.PAID,
                OrderedCases.CENTS,
                Instant.EPOCH,
                "ZA-1",
                "",
                "{}");
        Callable<FeedbackOutcome> node = () -> towns.in(TOWN, () -> apply.apply(before, told));
        ExecutorService eight = Executors.newFixedThreadPool(8);
        try {
            List<Future<FeedbackOutcome>> outcomes = eight.invokeAll(Collections.nCopies(8, node));
            for (Future<FeedbackOutcome> outcome : outcomes) {
                assertThat(outcome.get()).isIn(FeedbackOutcome.APPLIED, FeedbackOutcome.TAKEN);
            }
        } finally {
            eight.shutdownNow();
        }

        assertThat(towns.in(TOWN, cursor::get)).isEqualTo(before + "x");
        assertThat(ordered.sinceOrdered(TOWN, caseId))
                .containsExactly("PaymentOrderAccepted", "InvoicePosted", "InvoicePaid");
    }

    // Seen by the transaction that queues, before any node takes it.
    private long scheduled(CaseId caseId) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_instance like ?")
                .param("hand-over/%/" + caseId + "/%")
                .query(Long.class)
                .single();
    }

    private long jobs(CaseId caseId) {
        return behind.count("scheduled_tasks where task_instance like ?", "hand-over/%/" + caseId + "/%");
    }
}
