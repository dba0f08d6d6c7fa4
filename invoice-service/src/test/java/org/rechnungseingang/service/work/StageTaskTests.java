package org.rechnungseingang.service.work;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.TenantId;
import org.springframework.beans.factory.ObjectProvider;

@SuppressWarnings("unchecked")
class StageTaskTests {

    private static final Job JOB =
            new Job("check", new TenantId(UUID.randomUUID()), new CaseId(UUID.randomUUID()), 1, "ANS-2026-0000001-05");

    private final DeadLetters letters = mock(DeadLetters.class);
    private final ExecutionOperations<Void> queue = mock(ExecutionOperations.class);
    private final ObjectProvider<Stage> stages = mock(ObjectProvider.class);
    private final ObjectProvider<DeadLetters> provider = mock(ObjectProvider.class);
    private final NodeDeaths deaths = mock(NodeDeaths.class);

    private final Task<Void> task = new StageTask(
                    stages,
                    new CurrentTenant(),
                    new Retries(
                            16,
                            5,
                            Duration.ofSeconds(1),
                            Duration.ofMinutes(15),
                            new Retries.RetriesOfCostly(4, Duration.ofMinutes(1)),
                            new Retries.RetriesOfErrands(75, Duration.ofSeconds(30), Duration.ofHours(1))),
                    provider,
                    deaths,
                    new SimpleMeterRegistry())
            .stage();

    @BeforeEach
    void find() {
        when(provider.getObject()).thenReturn(letters);
        when(stages.stream()).thenAnswer(call -> Stream.of(new Check()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void givesAJobToAnotherNodeWhenItsOwnDied(int nodes) {
        nodeDied(0, nodes);

        verify(queue).reschedule(any(ExecutionComplete.class), any(Instant.class));
        verify(letters, never()).add(any(), anyBoolean(), anyInt(), any(), any());
    }

    @Test
    void doesNotCountFailuresAsDeadNodes() {
        nodeDied(14, 1);

        verify(queue).reschedule(any(ExecutionComplete.class), any(Instant.class));
        verify(letters, never()).add(any(), anyBoolean(), anyInt(), any(), any());
    }

    @Test
    void givesUpAJobThatHasTakenFiveNodesWithIt() {
        nodeDied(4, 5);

        verify(letters)
                .add(
                        eq(JOB),
                        eq(true),
                        eq(5),
                        argThat(cause -> "The node went away".equals(cause.getMessage())),
                        any());
        verify(queue, never()).reschedule(any(ExecutionComplete.class), any(Instant.class));
    }

    @Test
    void givesUpEarlierWhatIsCostlyToTry() {
        task.getFailureHandler().onFailure(failed(2, new TooLong()), queue);
        verify(letters, never()).add(any(), anyBoolean(), anyInt(), any(), any());

        task.getFailureHandler().onFailure(failed(3, new TooLong()), queue);
        verify(letters).add(eq(JOB), eq(true), eq(4), any(TooLong.class), any());
    }

    @Test
    void triesOrdinaryFailuresSixteenTimes() {
        task.getFailureHandler().onFailure(failed(14, new IllegalStateException()), queue);
        verify(letters, never()).add(any(), anyBoolean(), anyInt(), any(), any());

        task.getFailureHandler().onFailure(failed(15, new IllegalStateException()), queue);
        verify(letters).add(eq(JOB), eq(true), eq(16), any(IllegalStateException.class), any());
    }

    /** As after a restart with less configuration: another node may have it, and no invoice waits for it. */
    @Test
    void triesAStageForDaysThatIsSwitchedOffHere() {
        Job job = new Job("errand", JOB.tenant(), JOB.caseId(), 1, JOB.receiptNumber());
        task.getFailureHandler().onFailure(failed(job, 73, new IllegalStateException()), queue);
        verify(letters, never()).add(any(), anyBoolean(), anyInt(), any(), any());

        task.getFailureHandler().onFailure(failed(job, 74, new IllegalStateException()), queue);
        verify(letters).add(eq(job), eq(false), eq(75), any(IllegalStateException.class), any());
    }

    private void nodeDied(int failures, int nodes) {
        when(deaths.oneMore(JOB)).thenReturn(nodes);
        Execution execution = failed(failures, new IllegalStateException()).getExecution();
        // As the scheduler tells it: a failure without a cause.
        task.getDeadExecutionHandler()
                .deadExecution(ExecutionComplete.failure(execution, Instant.EPOCH, Instant.EPOCH, null), queue);
    }

    private static ExecutionComplete failed(int before, Throwable cause) {
        return failed(JOB, before, cause);
    }

    private static ExecutionComplete failed(Job job, int before, Throwable cause) {
        Execution execution = new Execution(
                Instant.EPOCH,
                new TaskInstance<>(StageTask.NAME, job.key()),
                true,
                "node",
                Instant.EPOCH,
                Instant.EPOCH,
                before,
                Instant.EPOCH,
                1);
        return ExecutionComplete.failure(execution, Instant.EPOCH, Instant.EPOCH, cause);
    }

    private record Check() implements Stage {
        @Override
        public String name() {
            return JOB.stage();
        }

        @Override
        public void run(Job job) {}
    }

    private static final class TooLong extends RuntimeException implements Costly {
        private static final long serialVersionUID = 1;
    }
}
