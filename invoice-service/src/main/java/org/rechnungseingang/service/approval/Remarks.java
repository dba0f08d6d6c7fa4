package org.rechnungseingang.service.approval;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.approval.Remark.Kind;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Refusals, questions, sendings back and lifted holds in words. Written once and never changed. */
@Repository
public class Remarks {

    /** The most characters of a remark. */
    public static final int LONGEST = 2_000;

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Clock clock;

    Remarks(JdbcClient jdbc, CurrentTenant tenant, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** What was said about the case, first remark first. */
    @Transactional(readOnly = true)
    public List<Remark> of(CaseId caseId) {
        return jdbc.sql("select * from remark where tenant = ? and case_id = ? order by number")
                .params(tenant.required().value(), caseId.value())
                .query((row, n) -> new Remark(
                        Kind.valueOf(row.getString("kind")),
                        row.getInt("round"),
                        row.getString("text"),
                        row.getTimestamp("said_at").toInstant()))
                .list();
    }

    /** Why this text says nothing, or too much. */
    static Optional<Refusal> refusal(String text) {
        if (text.isBlank()) {
            return Optional.of(Refusal.NO_TEXT);
        }
        return text.strip().length() > LONGEST ? Optional.of(Refusal.TEXT_TOO_LONG) : Optional.empty();
    }

    // The caller holds the case: no two count at once.
    void add(InvoiceCase held, Kind kind, Person by, String text) {
        jdbc.sql("""
                        insert into remark (tenant, case_id, number, round, kind, said_by, text, said_at)
                        select c.tenant, c.id,
                          1 + (select coalesce(max(r.number), 0) from remark r
                               where (r.tenant, r.case_id) = (c.tenant, c.id)), ?, ?, ?, ?, ?
                        from invoice_case c where c.tenant = ? and c.id = ?""")
                .params(held.round(), kind.name(), by.account().orElseThrow(), text.strip())
                .params(
                        Timestamp.from(clock.instant()),
                        tenant.required().value(),
                        held.id().value())
                .update();
    }
}
