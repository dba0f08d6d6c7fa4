package org.rechnungseingang.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.rechnungseingang.samples.finance.Count;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.nodes.WayPoint.Standing;
import org.rechnungseingang.service.tenant.TenantId;
import org.rechnungseingang.service.way.Partners;
import org.rechnungseingang.service.way.TownHall;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables say of the invoices that were mailed, and what the partners say. */
final class WayEvidence implements AutoCloseable {

    private final JdbcClient rows;
    private final Evidence tables;

    WayEvidence(DataSource superuser) {
        this.rows = JdbcClient.create(superuser);
        this.tables = new Evidence(superuser);
    }

    /** How far an invoice has come. */
    Standing standing(Upload invoice) {
        return rows.sql("""
                        select case
                          when c.station <> 'ASSIGNED' and p.state is null then c.station
                          when p.state is not null then p.state
                          when exists (select from certification s where (s.tenant, s.case_id) = (c.tenant, c.id))
                            then 'CERTIFIED'
                          else 'ASSIGNED' end
                        from invoice_case c left join payment p on (p.tenant, p.case_id) = (c.tenant, c.id)
                        where c.original = ?""")
                .param(invoice.sha256().hex())
                .query(String.class)
                .optional()
                .map(Standing::valueOf)
                .orElse(Standing.NOTHING);
    }

    long paid() {
        return tables.count("invoice_case where station = 'PAID'");
    }

    long openWork() {
        return tables.count("scheduled_tasks where task_name = 'stage'");
    }

    /** Each invoice is one case with one payment and one history without a gap, and each mail was taken once. */
    void isWhole(Post post, Partners partners) {
        int invoices = post.invoices().size();
        assertThat(tables.count("invoice_case")).isEqualTo(invoices);
        assertThat(tables.count("register_entry where station = 'PAID' and mark = 'OPEN' and certified"))
                .isEqualTo(invoices);
        assertThat(tables.count("payment where state = 'PAID'")).isEqualTo(invoices);
        assertThat(tables.count("delivery")).isEqualTo(invoices);
        assertThat(tables.count("supporting_document")).isEqualTo(invoices);
        assertThat(tables.count("mail_case")).isEqualTo(invoices);
        assertThat(tables.count("mail")).isEqualTo(post.mails());
        assertThat(partners.taken()).isEqualTo(post.mails());
        for (String nothing : List.of("dead_letter", "mail_trouble", "triage", "feedback_set_aside")) {
            assertThat(tables.count(nothing)).as(nothing).isZero();
        }
        isCounted(partners.count(), invoices);
        cases().forEach(this::isWhole);
        assertThat(cases().stream().map(Case::original).collect(Collectors.toSet()))
                .isEqualTo(post.invoices().stream()
                        .map(invoice -> invoice.sha256().hex())
                        .collect(Collectors.toSet()));
    }

    private static void isCounted(Count count, int invoices) {
        assertThat(count.orders()).isEqualTo(invoices);
        assertThat(count.keys()).isEqualTo(invoices);
        assertThat(count.invoices()).isEqualTo(invoices);
        assertThat(count.contradicted()).isZero();
        assertThat(count.states().getOrDefault("paid", 0)).isEqualTo(invoices);
    }

    private void isWhole(Case one) {
        List<String> way = new ArrayList<>(TownHall.WAY);
        way.add(1, "DocumentsJoined");
        assertThat(one.kinds()).containsExactlyElementsOf(way);
        assertThat(tables.fault(one.tenant(), one.id())).isEmpty();
    }

    private Set<Case> cases() {
        return rows.sql("""
                        select tenant, id, original, array(select kind from journal_entry e
                          where (e.tenant, e.case_id) = (c.tenant, c.id) order by number) as kinds
                        from invoice_case c""")
                .query((row, number) -> new Case(
                        new TenantId(row.getObject("tenant", UUID.class)),
                        new CaseId(row.getObject("id", UUID.class)),
                        row.getString("original"),
                        List.of((String[]) row.getArray("kinds").getArray())))
                .set();
    }

    @Override
    public void close() {
        tables.close();
    }

    private record Case(TenantId tenant, CaseId id, String original, List<String> kinds) {}
}
