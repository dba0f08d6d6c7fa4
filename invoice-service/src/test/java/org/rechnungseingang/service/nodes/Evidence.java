package org.rechnungseingang.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Verification;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.TenantId;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables say of the invoices that were handed in, read behind row security. */
final class Evidence implements AutoCloseable {

    private final JdbcClient rows;
    private final AnnotationConfigApplicationContext journal = new AnnotationConfigApplicationContext();

    Evidence(DataSource superuser) {
        this.rows = JdbcClient.create(superuser);
        journal.registerBean(JdbcClient.class, () -> rows);
        journal.register(CurrentTenant.class, Verification.class);
        journal.refresh();
    }

    /** What is there of an invoice just now. */
    StopPoint.State state(Sha256 original) {
        return rows.sql("""
                        select (select count(*) from invoice_case c where c.original = :original) as cases,
                          (select count(*) from verdict v join invoice_case c on (c.tenant, c.id) = (v.tenant, v.case_id)
                           where c.original = :original) as verdicts,
                          (select count(*) from scheduled_tasks t join invoice_case c on t.task_instance like 'check/%/' || c.id || '/%'
                           where c.original = :original) as jobs""")
                .param("original", original.hex())
                .query(StopPoint.State.class)
                .single();
    }

    void awaitChecked(int invoices, Duration limit) {
        await().atMost(limit)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> checked() >= invoices && count("scheduled_tasks where task_name = 'stage'") == 0);
    }

    long checked() {
        return count("verdict");
    }

    long count(String tableAndCondition) {
        return rows.sql("select count(*) from " + tableAndCondition)
                .query(Long.class)
                .single();
    }

    /** The jobs that a node has in hand. */
    List<String> takenBy(String node) {
        return rows.sql("select task_instance from scheduled_tasks where picked and picked_by = ?")
                .param(node)
                .query(String.class)
                .list();
    }

    JdbcClient rows() {
        return rows;
    }

    /** Each invoice is there once, each acknowledgement was true, and the journal tells it without a gap. */
    void isWhole(Sender sender) {
        List<Upload> sent = sender.sent();
        assertThat(sender.unanswered()).isEmpty();
        assertThat(count("invoice_case")).isEqualTo(sent.size());
        assertThat(count("register_entry where station = 'ASSIGNED' and outcome = 'ACCEPT'"))
                .isEqualTo(sent.size());
        assertThat(count("dead_letter")).isZero();
        sent.forEach(upload -> isWhole(upload, sender.receipts(upload)));
    }

    private void isWhole(Upload upload, List<String> receipts) {
        Found found = rows.sql("""
                        select c.tenant, c.id, c.receipt_number, c.station,
                          (select count(*) from verdict v where (v.tenant, v.case_id) = (c.tenant, c.id)) as verdicts,
                          (select sum(length(o.bytes)) from original_chunk o
                           where (o.tenant, o.sha256) = (c.tenant, c.original)) as bytes,
                          array(select kind from journal_entry e where (e.tenant, e.case_id) = (c.tenant, c.id)
                                order by number) as kinds
                        from invoice_case c where c.original = ?""")
                .param(upload.sha256().hex())
                .query((row, number) -> new Found(
                        row.getObject("tenant", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("receipt_number"),
                        row.getString("station"),
                        row.getLong("verdicts"),
                        row.getLong("bytes"),
                        List.of((String[]) row.getArray("kinds").getArray())))
                .single();

        assertThat(receipts).isNotEmpty().containsOnly(found.receiptNumber());
        assertThat(found.station()).isEqualTo("ASSIGNED");
        assertThat(found.verdicts()).isEqualTo(1);
        assertThat(found.bytes()).isEqualTo(upload.bytes().length);
        assertThat(found.kinds())
                .startsWith("InvoiceReceived")
                .containsOnlyOnce("InvoiceReceived")
                .containsOnlyOnce("InvoiceChecked")
                .containsOnlyOnce("InvoiceAssigned")
                .allMatch(
                        List.of("InvoiceReceived", "InvoiceChecked", "InvoiceAssigned", "InvoiceReceivedAgain")
                                ::contains);
        assertThat(fault(new TenantId(found.tenant()), new CaseId(found.id()))).isEmpty();
    }

    /** What is wrong with the chain of a case's history, if anything. */
    Optional<String> fault(TenantId tenant, CaseId caseId) {
        return journal.getBean(CurrentTenant.class)
                .within(tenant, () -> journal.getBean(Verification.class).of(caseId));
    }

    @Override
    public void close() {
        journal.close();
    }

    private record Found(
            UUID tenant,
            UUID id,
            String receiptNumber,
            String station,
            long verdicts,
            long bytes,
            List<String> kinds) {}
}
