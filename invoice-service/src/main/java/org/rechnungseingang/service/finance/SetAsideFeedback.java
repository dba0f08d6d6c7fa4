package org.rechnungseingang.service.finance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.rechnungseingang.service.finance.Feedback.Told;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Feedback that could be neither understood nor applied: kept until a person has seen to it. */
@Repository
public class SetAsideFeedback {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_CONTENT = 10_000;

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Clock clock;

    SetAsideFeedback(JdbcClient jdbc, CurrentTenant tenant, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param id its id
     * @param key the order's key, as far as it could be read, or empty text
     * @param status what the order was said to be, or empty text
     * @param reason why it was set aside
     * @param content as it was told
     * @param at when it was set aside
     */
    public record Entry(UUID id, String key, String status, String reason, String content, Instant at) {}

    /** What waits in this town, oldest first. */
    @Transactional(readOnly = true)
    public List<Entry> waiting() {
        return jdbc.sql("""
                        select * from feedback_set_aside where tenant = ? and settled_at is null
                        order by set_aside_at, id""")
                .param(tenant.required().value())
                .query(SetAsideFeedback::entry)
                .list();
    }

    /** How many wait in this town. */
    @Transactional(readOnly = true)
    public int count() {
        return jdbc.sql("select count(*) from feedback_set_aside where tenant = ? and settled_at is null")
                .param(tenant.required().value())
                .query(Integer.class)
                .single();
    }

    /**
     * Notes that somebody has seen to it.
     *
     * @return whether it still waited
     */
    @Transactional
    public boolean settle(UUID id, Actor by) {
        return jdbc.sql("""
                                update feedback_set_aside set settled_by = ?, settled_at = ?
                                where tenant = ? and id = ? and settled_at is null""")
                        .params(by.name(), Timestamp.from(clock.instant()))
                        .params(tenant.required().value(), id)
                        .update()
                == 1;
    }

    // A file that was not moved away before a crash comes again.
    @Transactional(propagation = Propagation.MANDATORY)
    void add(Feedback feedback, String reason) {
        jdbc.sql("""
                        insert into feedback_set_aside (tenant, id, cursor, key, status, reason, content, set_aside_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant, cursor) do nothing""")
                .params(tenant.required().value(), UUID.randomUUID(), feedback.cursor())
                .params(
                        feedback instanceof Told told ? told.key() : "",
                        feedback instanceof Told told ? told.state().name() : "")
                .params(storable(reason, LONGEST_REASON), storable(feedback.content(), LONGEST_CONTENT))
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
                row.getString("status"),
                row.getString("reason"),
                row.getString("content"),
                row.getTimestamp("set_aside_at").toInstant());
    }
}
