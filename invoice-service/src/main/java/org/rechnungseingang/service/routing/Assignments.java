package org.rechnungseingang.service.routing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.routing.InvoiceAssigned.Because;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which office has which case. The latest assignment counts, the others stay. */
@Repository
public class Assignments {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Clock clock;

    Assignments(JdbcClient jdbc, CurrentTenant tenant, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** The id of the office that answers for the case; empty as long as none does. */
    @Transactional(readOnly = true)
    public Optional<UUID> officeOf(CaseId caseId) {
        return jdbc.sql("select office from assignment where tenant = ? and case_id = ? order by number desc limit 1")
                .params(tenant.required().value(), caseId.value())
                .query(UUID.class)
                .optional();
    }

    // The caller holds the case's row: no two count at once.
    void add(InvoiceCase assigned, int round, UUID office, Because because) {
        jdbc.sql("""
                        insert into assignment (tenant, case_id, number, round, office, because, assigned_at)
                        select c.tenant, c.id,
                          1 + (select coalesce(max(a.number), 0) from assignment a
                               where (a.tenant, a.case_id) = (c.tenant, c.id)), ?, ?, ?, ?
                        from invoice_case c where c.tenant = ? and c.id = ?""")
                .params(round, office, because.name(), Timestamp.from(clock.instant()))
                .params(tenant.required().value(), assigned.id().value())
                .update();
    }
}
