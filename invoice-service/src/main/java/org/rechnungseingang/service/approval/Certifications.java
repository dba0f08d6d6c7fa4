package org.rechnungseingang.service.approval;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was certified, by whom and about which document. Written once and never changed. */
@Repository
public class Certifications {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Clock clock;

    Certifications(JdbcClient jdbc, CurrentTenant tenant, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** What is certified in the case's present round; nothing of an earlier one counts. */
    @Transactional(readOnly = true)
    public List<Certification> of(InvoiceCase invoiceCase) {
        return jdbc.sql("select * from certification where tenant = ? and case_id = ? and round = ? order by subject")
                .params(tenant.required().value(), invoiceCase.id().value(), invoiceCase.round())
                .query((row, n) -> new Certification(
                        Subject.valueOf(row.getString("subject")),
                        row.getObject("certified_by", UUID.class),
                        row.getObject("power", UUID.class),
                        row.getTimestamp("certified_at").toInstant()))
                .list();
    }

    void add(InvoiceCase held, Subject subject, UUID account, UUID power) {
        jdbc.sql("""
                        insert into certification
                          (tenant, case_id, round, subject, certified_by, power, document, certified_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(tenant.required().value(), held.id().value(), held.round(), subject.name())
                .params(account, power, Seen.of(held).document().hex(), Timestamp.from(clock.instant()))
                .update();
    }
}
