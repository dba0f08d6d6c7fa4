package org.rechnungseingang.service.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The queue of jobs. A job is queued in the caller's transaction and vanishes with it. */
@Component
public class Jobs {

    private final Scheduler scheduler;
    private final Clock clock;

    Jobs(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Queues the job for now; a job that is queued already stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(Job job) {
        scheduler.scheduleIfNotExists(new TaskInstance<>(StageTask.NAME, job.key()), now());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            // The scheduler's own hint comes before the commit, when the job cannot be seen yet.
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    private Instant now() {
        return clock.instant();
    }
}
