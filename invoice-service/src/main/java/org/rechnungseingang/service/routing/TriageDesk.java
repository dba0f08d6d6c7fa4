package org.rechnungseingang.service.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a person to say whose it is. */
@Repository
public class TriageDesk {

    private static final int MOST_SHOWN = 500;
    private static final String WAITING = """
            select t.*, c.receipt_number, c.mark
            from triage t join invoice_case c on (c.tenant, c.id) = (t.tenant, t.case_id)
            where t.tenant = ?""";

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Clock clock;

    TriageDesk(JdbcClient jdbc, CurrentTenant tenant, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** What waits, the longest first; no more than 500. */
    @Transactional(readOnly = true)
    public List<WaitingCase> waiting() {
        return jdbc.sql(WAITING + " order by t.since, t.case_id limit " + MOST_SHOWN)
                .param(tenant.required().value())
                .query(TriageDesk::row)
                .list();
    }

    /** How many cases wait. */
    @Transactional(readOnly = true)
    public long count() {
        return jdbc.sql("select count(*) from triage where tenant = ?")
                .param(tenant.required().value())
                .query(Long.class)
                .single();
    }

    /** What the desk knows of the case; empty if it does not wait here. */
    @Transactional(readOnly = true)
    public Optional<WaitingCase> find(CaseId caseId) {
        return jdbc.sql(WAITING + " and t.case_id = ?")
                .params(tenant.required().value(), caseId.value())
                .query(TriageDesk::row)
                .optional();
    }

    /** Takes the case from the desk, if it waits there: somebody has decided. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(CaseId caseId) {
        jdbc.sql("delete from triage where tenant = ? and case_id = ?")
                .params(tenant.required().value(), caseId.value())
                .update();
    }

    void put(CaseId caseId, TriageCause cause, String detail) {
        jdbc.sql("insert into triage (tenant, case_id, cause, detail, since) values (?, ?, ?, ?, ?)")
                .params(tenant.required().value(), caseId.value(), cause.name())
                .params(detail, Timestamp.from(clock.instant()))
                .update();
    }

    private static WaitingCase row(ResultSet row, int number) throws SQLException {
        return new WaitingCase(
                new CaseId(row.getObject("case_id", UUID.class)),
                new ReceiptNumber(row.getString("receipt_number")),
                Mark.valueOf(row.getString("mark")),
                TriageCause.valueOf(row.getString("cause")),
                row.getString("detail"),
                row.getTimestamp("since").toInstant());
    }
}
