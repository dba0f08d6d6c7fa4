package org.rechnungseingang.service.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The jobs that have failed for good: listed for the administrator, who can send them again. */
@Repository
public class DeadLetters implements LeftLying {

    private static final int LONGEST_REASON = 2_000;

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeadLetters(JdbcClient jdbc, CurrentTenant tenant, Jobs jobs, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** What waits in this town, oldest first. */
    @Transactional(readOnly = true)
    public List<DeadLetter> waiting() {
        return jdbc.sql("select * from dead_letter where tenant = ? order by failed_at, id")
                .param(tenant.required().value())
                .query(DeadLetters::letter)
                .list();
    }

    @Override
    public String place() {
        return "deadLetters";
    }

    @Override
    @Transactional(readOnly = true)
    public int count() {
        return jdbc.sql("select count(*) from dead_letter where tenant = ?")
                .param(tenant.required().value())
                .query(Integer.class)
                .single();
    }

    /**
     * Queues the job again and takes the letter off the list.
     *
     * @return the job, or empty if no such letter waits (somebody else was quicker)
     */
    @Transactional
    public Optional<Job> sendAgain(UUID id, Actor by) {
        Optional<DeadLetter> letter = jdbc.sql("delete from dead_letter where tenant = ? and id = ? returning *")
                .params(tenant.required().value(), id)
                .query(DeadLetters::letter)
                .optional();
        letter.map(DeadLetter::job).ifPresent(job -> {
            jobs.queue(job);
            events.publishEvent(new StageSentAgain(job.caseId(), by, job.stage(), job.round()));
        });
        return letter.map(DeadLetter::job);
    }

    /**
     * Adds a letter and takes the job out of the queue in one transaction, so that it is always in exactly one place.
     *
     * @param onTheWay whether its case has to wait for a person
     */
    @Transactional
    void add(Job job, boolean onTheWay, int attempts, Throwable cause, Runnable leaveQueue) {
        String reason = reason(cause);
        int added = jdbc.sql("""
                        insert into dead_letter (tenant, id, job, attempts, reason, failed_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (tenant, job) do nothing""")
                .params(tenant.required().value(), UUID.randomUUID(), job.key(), attempts, reason)
                .param(Timestamp.from(clock.instant()))
                .update();
        if (added == 1) {
            Actor by = Actor.service(job.stage());
            events.publishEvent(
                    onTheWay
                            ? new StageGivenUp(job.caseId(), by, job.stage(), job.round(), attempts, reason)
                            : new ErrandGivenUp(job.caseId(), by, job.stage(), attempts, reason));
        }
        leaveQueue.run();
    }

    private static String reason(Throwable cause) {
        String reason = cause.toString();
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getObject("id", UUID.class),
                Job.ofKey(row.getString("job")),
                row.getInt("attempts"),
                row.getString("reason"),
                row.getTimestamp("failed_at").toInstant());
    }
}
