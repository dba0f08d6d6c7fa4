package org.rechnungseingang.service.validation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.LegalClass;
import org.rechnungseingang.schematron.Level;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The verdicts of a town's cases; each is written once and never changed. */
@Repository
public class Verdicts {

    static final int MOST_FINDINGS = 1_000;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final CurrentTenant tenant;
    private final Clock clock;

    Verdicts(JdbcClient jdbc, JdbcOperations batches, CurrentTenant tenant, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** The case's latest verdict; empty as long as it is not checked. */
    @Transactional(readOnly = true)
    public Optional<StoredVerdict> latest(CaseId caseId) {
        return jdbc.sql("select * from verdict where tenant = ? and case_id = ? order by round desc limit 1")
                .params(tenant.required().value(), caseId.value())
                .query((row, n) -> verdict(caseId, row))
                .optional();
    }

    /** The outcome of the case's latest verdict; empty as long as it is not checked. */
    @Transactional(readOnly = true)
    public Optional<CheckOutcome> latestOutcome(CaseId caseId) {
        return jdbc.sql("select outcome from verdict where tenant = ? and case_id = ? order by round desc limit 1")
                .params(tenant.required().value(), caseId.value())
                .query(String.class)
                .optional()
                .map(CheckOutcome::valueOf);
    }

    /**
     * The ids of the findings for which nobody should pay the case's invoice before somebody has asked, by its latest
     * verdict; empty if account and amount are in no doubt.
     */
    @Transactional(readOnly = true)
    public List<String> paymentDoubts(CaseId caseId) {
        return jdbc.sql("""
                        select distinct f.rule from finding f where f.tenant = ? and f.case_id = ? and f.rule = any(?)
                          and f.round = (select max(v.round) from verdict v
                                         where (v.tenant, v.case_id) = (f.tenant, f.case_id))
                        order by f.rule""")
                .params(tenant.required().value(), caseId.value())
                .param(PaymentDoubts.RULES.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void add(InvoiceCase received, Examined examined) {
        jdbc.sql("""
                        insert into verdict
                          (tenant, case_id, round, outcome, decision, rule_set, reason_de, reason_en, checked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(tenant.required().value(), received.id().value(), received.round())
                .params(examined.outcome().name(), examined.decision().name())
                .param(examined.ruleSet().map(Object::toString).orElse(null))
                .param(examined.reason().map(Reason::german).orElse(null))
                .param(examined.reason().map(Reason::english).orElse(null))
                .param(Timestamp.from(clock.instant()))
                .update();
        addFindings(received, examined);
    }

    // Nobody reads more, and a page or an answer has to carry them all; those that stand against acceptance come first.
    static List<Finding> kept(Findings findings) {
        if (findings.size() <= MOST_FINDINGS) {
            return findings.list();
        }
        List<Finding> kept = new ArrayList<>(findings.stream()
                .sorted(Comparator.comparing(finding -> !finding.level().blocks()))
                .limit(MOST_FINDINGS)
                .toList());
        kept.add(new Finding(
                "OWN-MORE",
                Level.INFORMATION,
                LegalClass.CONTENT,
                "%d weitere Befunde sind nicht aufgeführt.".formatted(findings.size() - MOST_FINDINGS),
                "",
                List.of(),
                Optional.empty()));
        return kept;
    }

    private void addFindings(InvoiceCase received, Examined examined) {
        List<Object[]> rows = new ArrayList<>();
        for (Source source : Source.values()) {
            source.in(examined).forEach(finding -> rows.add(row(received, rows.size() + 1, source, finding)));
        }
        batches.batchUpdate("""
                insert into finding
                  (tenant, case_id, round, number, source, rule, level, legal_class, text, location, terms, value)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    private Object[] row(InvoiceCase received, int number, Source source, Finding finding) {
        return new Object[] {
            tenant.required().value(),
            received.id().value(),
            received.round(),
            number,
            source.stored(),
            finding.rule(),
            finding.level().name(),
            finding.legalClass().name(),
            finding.text(),
            finding.location(),
            finding.terms().toArray(String[]::new),
            finding.value().orElse(null)
        };
    }

    private StoredVerdict verdict(CaseId caseId, ResultSet row) throws SQLException {
        int round = row.getInt("round");
        Map<Source, List<Finding>> found = findings(caseId, round);
        return new StoredVerdict(
                round,
                CheckOutcome.valueOf(row.getString("outcome")),
                DecisionLevel.valueOf(row.getString("decision")),
                Optional.ofNullable(row.getString("rule_set")),
                reason(row),
                row.getTimestamp("checked_at").toInstant(),
                found.getOrDefault(Source.OFFICIAL, List.of()),
                found.getOrDefault(Source.OWN, List.of()),
                found.getOrDefault(Source.LOCAL, List.of()));
    }

    private static Optional<Reason> reason(ResultSet row) throws SQLException {
        Optional<String> english = Optional.ofNullable(row.getString("reason_en"));
        return Optional.ofNullable(row.getString("reason_de"))
                .map(german -> new Reason(german, english.orElse(german)));
    }

    private Map<Source, List<Finding>> findings(CaseId caseId, int round) {
        return jdbc
                .sql("select * from finding where tenant = ? and case_id = ? and round = ? order by number")
                .params(tenant.required().value(), caseId.value(), round)
                .query((row, n) -> Map.entry(Source.of(row.getString("source")), finding(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getString("rule"),
                Level.valueOf(row.getString("level")),
                LegalClass.valueOf(row.getString("legal_class")),
                row.getString("text"),
                row.getString("location"),
                List.of((String[]) row.getArray("terms").getArray()),
                Optional.ofNullable(row.getString("value")));
    }
}
