package org.rechnungseingang.service.work;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one task of the scheduler: runs the stage that the job names, and decides what happens when it fails. */
@Configuration(proxyBeanMethods = false)
class StageTask {

    static final String NAME = "stage";

    private static final Logger log = LoggerFactory.getLogger(StageTask.class);

    private final ObjectProvider<Stage> stages;
    private final CurrentTenant tenant;
    private final Retries retries;
    private final ObjectProvider<DeadLetters> deadLetters;
    private final NodeDeaths nodeDeaths;
    private final MeterRegistry meters;

    StageTask(
            ObjectProvider<Stage> stages,
            CurrentTenant tenant,
            Retries retries,
            ObjectProvider<DeadLetters> deadLetters,
            NodeDeaths nodeDeaths,
            MeterRegistry meters) {
        this.stages = stages;
        this.tenant = tenant;
        this.retries = retries;
        this.deadLetters = deadLetters;
        this.nodeDeaths = nodeDeaths;
        this.meters = meters;
    }

    @Bean
    Task<Void> stage() {
        return Tasks.oneTime(NAME)
                .onFailure(this::failed)
                // A job that takes its node down would take down one after the other.
                .onDeadExecution(this::died)
                .execute((instance, context) -> run(Job.ofKey(instance.getId())));
    }

    private void run(Job job) {
        try (MDC.MDCCloseable receipt = MDC.putCloseable("receiptNumber", job.receiptNumber())) {
            meters.timer("rechnungseingang.stage", "stage", job.stage())
                    .record(() ->
                            tenant.runWithin(job.tenant(), () -> stage(job).run(job)));
        }
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Throwable cause = complete.getCause().orElseGet(() -> new IllegalStateException("Failed without a cause"));
        int attempts = complete.getExecution().consecutiveFailures + 1;
        Stage stage = stage(job(complete));
        again(
                complete,
                operations,
                new Failure(cause, attempts, retries.attempts(stage, cause)),
                retries.next(complete.getTimeDone(), attempts, stage, cause));
    }

    private void died(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int deaths = nodeDeaths.oneMore(job(complete));
        again(
                complete,
                operations,
                new Failure(new IllegalStateException("The node went away"), deaths, retries.nodes()),
                retries.nextNode(complete.getTimeDone(), deaths));
    }

    private void again(
            ExecutionComplete complete, ExecutionOperations<Void> operations, Failure failure, Instant next) {
        Job job = job(complete);
        try (MDC.MDCCloseable receipt = MDC.putCloseable("receiptNumber", job.receiptNumber())) {
            if (failure.attempts() < failure.most()) {
                log.warn(
                        "Stage {} failed, attempt {} of {}",
                        job.stage(),
                        failure.attempts(),
                        failure.most(),
                        failure.cause());
                operations.reschedule(complete, next);
            } else {
                log.error("Stage {} is given up after {} attempts", job.stage(), failure.attempts(), failure.cause());
                tenant.runWithin(
                        job.tenant(),
                        () -> deadLetters
                                .getObject()
                                .add(
                                        job,
                                        stage(job).isOnTheWay(),
                                        failure.attempts(),
                                        failure.cause(),
                                        operations::stop));
            }
        }
    }

    private static Job job(ExecutionComplete complete) {
        return Job.ofKey(complete.getExecution().taskInstance.getId());
    }

    private Stage stage(Job job) {
        return Optional.ofNullable(stages().get(job.stage())).orElseGet(() -> new SwitchedOff(job.stage()));
    }

    private Map<String, Stage> stages() {
        return stages.stream().collect(Collectors.toMap(Stage::name, Function.identity()));
    }

    /** Why a job is not done, after so many of so many attempts. */
    private record Failure(Throwable cause, int attempts, int most) {}

    /** Another node may have it, or this one with another configuration; no case has to wait for it. */
    private record SwitchedOff(String name) implements Stage {

        @Override
        public void run(Job job) {
            throw new IllegalStateException("No stage is called " + name + " here");
        }

        @Override
        public boolean isOnTheWay() {
            return false;
        }
    }
}
