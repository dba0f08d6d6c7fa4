package org.rechnungseingang.service.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The queue of jobs. A job is queued in the caller's transaction and vanishes with it. */
@Component
public class Jobs {

    private final Scheduler scheduler;
    private final JdbcClient jdbc;
    private final Clock clock;

    Jobs(Scheduler scheduler, JdbcClient jdbc, Clock clock) {
        this.scheduler = scheduler;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Queues the job for now; a job that is queued already stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(Job job) {
        // As the scheduler would write it, which looks first and inserts then: two round trips, and nothing is won.
        jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (?, ?, ?, false, 1) on conflict (task_name, task_instance) do nothing""").params(StageTask.NAME, job.key(), Timestamp.from(now())).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            // Before the commit the job could not be seen yet.
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    /** How much waits, of all towns together. */
    public Backlog backlog() {
        return jdbc.sql("""
                        select count(*) as queued, count(*) filter (where due) as due, min(execution_time) filter (where due) as oldest
                        from (select execution_time, execution_time <= ? and not picked as due
                              from scheduled_tasks where task_name = ?) as jobs""")
                .params(Timestamp.from(now()), StageTask.NAME)
                .query((row, number) -> new Backlog(
                        row.getLong("queued"),
                        row.getLong("due"),
                        Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant)))
                .single();
    }

    private Instant now() {
        return clock.instant();
    }
}
