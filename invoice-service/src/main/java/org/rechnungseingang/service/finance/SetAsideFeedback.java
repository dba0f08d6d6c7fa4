package org.rechnungseingang.service.finance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.finance.Feedback.Told;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.work.LeftLying;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Feedback that could be neither understood nor applied: kept until a person has seen to it. */
@Repository
public class SetAsideFeedback implements LeftLying {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_CONTENT = 10_000;

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Payments payments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SetAsideFeedback(
            JdbcClient jdbc, CurrentTenant tenant, Payments payments, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.payments = payments;
        this.events = events;
        this.clock = clock;
    }

    /** Why feedback was set aside. */
    public enum Cause {
        /** It is not what the contract says. */
        NOT_UNDERSTOOD,
        /** A payment that is where this one is cannot become that. */
        CANNOT_HAPPEN,
        /** The case goes no longer by that order. */
        OTHER_ROUND,
        /** Applying it failed here, again and again. */
        FAILED
    }

    /**
     * One of them.
     *
     * @param id its id
     * @param key the order's key, as far as it could be read, or empty text
     * @param receiptNumber of the case, if the order is one of the town's
     * @param status what the order was said to be, or empty text
     * @param cause why it was set aside
     * @param reason the same in detail, for whoever looks after the programs
     * @param content as it was told
     * @param at when it was set aside
     */
    public record Entry(
            UUID id,
            String key,
            Optional<String> receiptNumber,
            String status,
            Cause cause,
            String reason,
            String content,
            Instant at) {}

    /** What waits in this town, oldest first; at most so many. */
    @Transactional(readOnly = true)
    public List<Entry> waiting(int most) {
        return jdbc.sql("""
                        select f.*, p.receipt_number from feedback_set_aside f
                        left join payment p on (p.tenant, p.key) = (f.tenant, f.key)
                        where f.tenant = ? and f.settled_at is null order by f.set_aside_at, f.id limit ?""")
                .params(tenant.required().value(), most)
                .query(SetAsideFeedback::entry)
                .list();
    }

    /** Whether something waits that is about an order of this case: money may have moved without our knowing. */
    @Transactional(readOnly = true)
    boolean isAbout(CaseId caseId) {
        return jdbc.sql("""
                        select exists (
                          select from payment p join feedback_set_aside f on (f.tenant, f.key) = (p.tenant, p.key)
                          where p.tenant = ? and p.case_id = ? and f.settled_at is null)""")
                .params(tenant.required().value(), caseId.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public String place() {
        return "feedbackSetAside";
    }

    @Override
    @Transactional(readOnly = true)
    public int count() {
        return jdbc.sql("select count(*) from feedback_set_aside where tenant = ? and settled_at is null")
                .param(tenant.required().value())
                .query(Integer.class)
                .single();
    }

    /**
     * Notes that somebody has seen to it; where it is about an order of the town, its case's history says so, too.
     *
     * @return the order's key as far as it is known, or empty if it does not wait any more (somebody else was quicker)
     */
    @Transactional
    public Optional<String> settle(UUID id, Actor by) {
        Optional<Seen> seen = jdbc.sql("""
                        update feedback_set_aside set settled_by = ?, settled_account = ?, settled_at = ?
                        where tenant = ? and id = ? and settled_at is null returning key, status, cause""")
                .param(by.name())
                .param(by.account().orElse(null))
                .params(Timestamp.from(clock.instant()), tenant.required().value(), id)
                .query((row, number) ->
                        new Seen(row.getString("key"), row.getString("status"), Cause.valueOf(row.getString("cause"))))
                .optional();
        seen.ifPresent(known -> payments.find(known.key())
                .ifPresent(payment -> events.publishEvent(
                        new FeedbackSettled(payment.caseId(), by, payment.round(), known.status(), known.cause()))));
        return seen.map(Seen::key);
    }

    private record Seen(String key, String status, Cause cause) {}

    // A file that was not moved away before a crash comes again.
    @Transactional(propagation = Propagation.MANDATORY)
    void add(Feedback feedback, Cause cause, String reason) {
        jdbc.sql("""
                        insert into feedback_set_aside (tenant, id, cursor, key, status, cause, reason, content, set_aside_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant, cursor) do nothing""")
                .params(tenant.required().value(), UUID.randomUUID(), feedback.cursor())
                .params(
                        feedback instanceof Told told ? told.key() : "",
                        feedback instanceof Told told ? told.state().name() : "")
                .params(cause.name(), storable(reason, LONGEST_REASON), storable(feedback.content(), LONGEST_CONTENT))
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    // PostgreSQL keeps no U+0000 in a text.
    private static String storable(String text, int longest) {
        String kept = text.replace('\0', '\uFFFD');
        return kept.length() <= longest ? kept : kept.substring(0, longest);
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("key"),
                Optional.ofNullable(row.getString("receipt_number")),
                row.getString("status"),
                Cause.valueOf(row.getString("cause")),
                row.getString("reason"),
                row.getString("content"),
                row.getTimestamp("set_aside_at").toInstant());
    }
}
