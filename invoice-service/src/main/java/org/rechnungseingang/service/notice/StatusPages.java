package org.rechnungseingang.service.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.rechnungseingang.service.approval.InvoiceRefused;
import org.rechnungseingang.service.approval.QueryAnswered;
import org.rechnungseingang.service.approval.SupplierQueried;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.InvoiceReceived;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.validation.Verdicts;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The page on which a supplier without an account follows his invoice; whoever knows its secret address may read it. */
@Repository
public class StatusPages {

    private static final int SECRET_BYTES = 16;

    private final InvoiceCases cases;
    private final Verdicts verdicts;
    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final SecureRandom random = new SecureRandom();

    StatusPages(InvoiceCases cases, Verdicts verdicts, JdbcClient jdbc, CurrentTenant tenant) {
        this.cases = cases;
        this.verdicts = verdicts;
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    /** The secret of a case's page; only for whoever has handed that case in. */
    @Transactional(readOnly = true)
    public String secretOf(CaseId caseId) {
        return page(caseId).orElseThrow().secret();
    }

    /** What the page says; empty if number and secret do not fit, whichever of the two is wrong. */
    @Transactional(readOnly = true)
    public Optional<CaseStatus> find(ReceiptNumber number, String secret) {
        return cases.find(number)
                .flatMap(invoice -> page(invoice.id())
                        .filter(page -> same(page.secret(), secret))
                        .map(page -> status(invoice, page)));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(InvoiceReceived received) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        jdbc.sql("insert into status_page (tenant, case_id, secret) values (?, ?, ?)")
                .params(tenant.required().value(), received.caseId().value())
                .param(Base64.getUrlEncoder().withoutPadding().encodeToString(secret))
                .update();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void say(InvoiceRefused refused) {
        say(refused.caseId(), Optional.of(refused.reason()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void say(SupplierQueried queried) {
        say(queried.caseId(), Optional.of(queried.question()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void sayNoMore(QueryAnswered answered) {
        say(answered.caseId(), Optional.empty());
    }

    private void say(CaseId caseId, Optional<String> remark) {
        jdbc.sql("update status_page set remark = ? where tenant = ? and case_id = ?")
                .param(remark.orElse(null))
                .params(tenant.required().value(), caseId.value())
                .update();
    }

    private Optional<StatusPage> page(CaseId caseId) {
        return jdbc.sql("select secret, remark from status_page where tenant = ? and case_id = ?")
                .params(tenant.required().value(), caseId.value())
                .query((row, n) ->
                        new StatusPage(row.getString("secret"), Optional.ofNullable(row.getString("remark"))))
                .optional();
    }

    private CaseStatus status(InvoiceCase invoice, StatusPage page) {
        return new CaseStatus(invoice, verdicts.latest(invoice.id()), page.remark());
    }

    // Whether it fits must not be told by how long the answer takes.
    private static boolean same(String secret, String tried) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), tried.getBytes(StandardCharsets.UTF_8));
    }

    private record StatusPage(String secret, Optional<String> remark) {}
}
