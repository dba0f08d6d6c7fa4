package org.rechnungseingang.service.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Entry;
import org.rechnungseingang.service.journal.Journal;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Faltering;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@WithTwoTowns
class WorkIT {

    private static final String TOWN = "anstadt";
    private static final Actor ADMINISTRATOR = Actor.program("Gesa Petersen");

    // As application-two-towns.yaml has them.
    private static final int ATTEMPTS = 4;
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration FIRST_WAIT = Duration.ofMillis(150);

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @Autowired
    private Faltering stage;

    @Autowired
    private Jobs jobs;

    @Autowired
    private DeadLetters letters;

    @Autowired
    private Journal journal;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void triesAFailedStageAgain() {
        Job job = aJob();
        stage.fail(job.caseId(), 2);

        queue(job);

        awaitGone(job);
        assertThat(stage.attempts(job.caseId())).hasSize(3);
        assertThat(letters(job)).isEmpty();
        assertThat(kinds(job.caseId())).doesNotContain("StageGivenUp");
    }

    @Test
    void waitsTwiceAsLongAfterEachFailure() {
        Job job = aJob();
        stage.fail(job.caseId(), ATTEMPTS);

        queue(job);

        await().atMost(SOON).until(() -> letters(job).size() == 1);
        List<Instant> attempts = stage.attempts(job.caseId());
        assertThat(attempts).hasSize(ATTEMPTS);
        for (int i = 1; i < ATTEMPTS; i++) {
            assertThat(Duration.between(attempts.get(i - 1), attempts.get(i)))
                    .isGreaterThanOrEqualTo(FIRST_WAIT.multipliedBy(1L << (i - 1)));
        }
    }

    @Test
    void keepsOneDeadLetterOfWhatHasFailedForGood() {
        Job job = aJob();
        stage.fail(job.caseId(), ATTEMPTS);

        queue(job);

        await().atMost(SOON).until(() -> letters(job).size() == 1);
        DeadLetter letter = letters(job).get(0);
        assertThat(letter.attempts()).isEqualTo(ATTEMPTS);
        assertThat(letter.reason()).contains("Faltered");
        assertThat(queued(job)).isZero();
        assertThat(kinds(job.caseId())).containsOnlyOnce("StageGivenUp");
    }

    @Test
    void succeedsWhenItIsSentAgain() {
        Job job = aDeadLetter();

        Optional<Job> sent = sendAgain(letters(job).get(0));

        assertThat(sent).contains(job);
        awaitGone(job);
        assertThat(stage.attempts(job.caseId())).hasSize(ATTEMPTS + 1);
        assertThat(letters(job)).isEmpty();
        assertThat(kinds(job.caseId())).containsSubsequence("StageGivenUp", "StageSentAgain");
    }

    @Test
    void becomesADeadLetterAgainAfterAsManyAttempts() {
        Job job = aDeadLetter();
        stage.fail(job.caseId(), ATTEMPTS);

        sendAgain(letters(job).get(0));

        await().atMost(SOON)
                .until(() -> stage.attempts(job.caseId()).size() == 2 * ATTEMPTS
                        && letters(job).size() == 1);
        assertThat(queued(job)).isZero();
    }

    @Test
    void isQueuedOnceWhenTwoSendItAgain() throws Exception {
        Job job = aDeadLetter();
        DeadLetter letter = letters(job).get(0);
        ExecutorService administrators = Executors.newFixedThreadPool(2);
        try {
            Callable<Optional<Job>> send = () -> sendAgain(letter);
            List<Optional<Job>> sent = administrators.invokeAll(List.of(send, send)).stream()
                    .map(WorkIT::result)
                    .toList();
            assertThat(sent).containsOnlyOnce(Optional.of(job)).containsOnlyOnce(Optional.empty());
        } finally {
            administrators.shutdownNow();
        }
        awaitGone(job);
        assertThat(stage.attempts(job.caseId())).hasSize(ATTEMPTS + 1);
        assertThat(kinds(job.caseId())).containsOnlyOnce("StageSentAgain");
    }

    @Test
    void isNotSentAgainByAnotherTown() {
        DeadLetter letter = letters(aDeadLetter()).get(0);

        assertThat(towns.in("beistadt", () -> letters.sendAgain(letter.id(), ADMINISTRATOR)))
                .isEmpty();
        assertThat(towns.in("beistadt", letters::waiting)).isEmpty();
    }

    @Test
    void vanishesWithTheTransactionThatQueuedIt() {
        Job job = aJob();

        towns.in(
                TOWN,
                () -> transaction.execute(status -> {
                    jobs.queue(job);
                    status.setRollbackOnly();
                    return "rolled back";
                }));

        assertThat(queued(job)).isZero();
        assertThat(stage.attempts(job.caseId())).isEmpty();
    }

    @Test
    void isQueuedOnceHoweverOftenItIsAskedFor() {
        Job job = aJob();
        stage.fail(job.caseId(), 1);

        towns.in(
                TOWN,
                () -> transaction.execute(status -> {
                    jobs.queue(job);
                    jobs.queue(job);
                    return "queued";
                }));

        awaitGone(job);
        assertThat(stage.attempts(job.caseId())).hasSize(2);
    }

    private Job aJob() {
        Receipt receipt = towns.receive(TOWN);
        towns.awaitChecked(TOWN, receipt.caseId());
        return new Job(
                "faltering",
                towns.town(TOWN),
                receipt.caseId(),
                1,
                receipt.receiptNumber().text());
    }

    private Job aDeadLetter() {
        Job job = aJob();
        stage.fail(job.caseId(), ATTEMPTS);
        queue(job);
        await().atMost(SOON).until(() -> letters(job).size() == 1);
        return job;
    }

    private void queue(Job job) {
        towns.in(
                TOWN,
                () -> transaction.execute(status -> {
                    jobs.queue(job);
                    return "queued";
                }));
    }

    private Optional<Job> sendAgain(DeadLetter letter) {
        return towns.in(TOWN, () -> letters.sendAgain(letter.id(), ADMINISTRATOR));
    }

    private List<DeadLetter> letters(Job job) {
        return towns.in(TOWN, letters::waiting).stream()
                .filter(letter -> letter.job().equals(job))
                .toList();
    }

    private List<String> kinds(CaseId caseId) {
        return towns.in(TOWN, () -> journal.of(caseId)).stream()
                .map(Entry::kind)
                .collect(Collectors.toList());
    }

    private void awaitGone(Job job) {
        await().atMost(SOON).until(() -> !stage.attempts(job.caseId()).isEmpty() && queued(job) == 0);
    }

    private long queued(Job job) {
        return behind.count("scheduled_tasks where task_instance = ?", job.key());
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
