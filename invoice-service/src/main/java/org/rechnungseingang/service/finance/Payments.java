package org.rechnungseingang.service.finance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.approval.InvoiceOrdered;
import org.rechnungseingang.service.approval.NoTransfer;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The payments of a town. The database itself refuses what would pay more than was ordered, or twice. */
@Repository
class Payments {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Clock clock;

    Payments(JdbcClient jdbc, CurrentTenant tenant, Clock clock) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(InvoiceOrdered ordered) {
        jdbc.sql("""
                        insert into payment (tenant, case_id, round, key, receipt_number, cents, payable_cents, currency, iban,
                          no_transfer, document, state, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(tenant.required().value(), ordered.caseId().value(), ordered.round())
                .params(Payment.key(ordered.caseId(), ordered.round()), ordered.receiptNumber())
                .params(ordered.transferCents().orElse(0L), ordered.payableCents(), ordered.currency())
                .param(ordered.iban().orElse(null))
                .param(ordered.noTransfer().map(Enum::name).orElse(null))
                .params(ordered.document().hex(), PaymentState.ORDERED.name(), now())
                .update();
    }

    /** The payment of a case's round. */
    @Transactional(readOnly = true)
    public Optional<Payment> find(CaseId caseId, int round) {
        return jdbc.sql("select * from payment where tenant = ? and case_id = ? and round = ?")
                .params(tenant.required().value(), caseId.value(), round)
                .query(Payments::payment)
                .optional();
    }

    /** The payment that this key names. */
    @Transactional(readOnly = true)
    public Optional<Payment> find(String key) {
        return jdbc.sql("select * from payment where tenant = ? and key = ?")
                .params(tenant.required().value(), key)
                .query(Payments::payment)
                .optional();
    }

    /** Whether money may still be on its way for this case: a payment of it is neither refused nor returned. */
    @Transactional(readOnly = true)
    public boolean live(CaseId caseId) {
        return of(caseId, "").stream().anyMatch(payment -> payment.state().lives());
    }

    /** As {@link #live}, and nothing becomes of the case's payments until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeLive(CaseId caseId) {
        return of(caseId, " for update").stream()
                .anyMatch(payment -> payment.state().lives());
    }

    private List<Payment> of(CaseId caseId, String locked) {
        return jdbc.sql("select * from payment where tenant = ? and case_id = ? order by round" + locked)
                .params(tenant.required().value(), caseId.value())
                .query(Payments::payment)
                .list();
    }

    /** The payment that this key names, kept from everybody else until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Payment> take(String key) {
        return jdbc.sql("select * from payment where tenant = ? and key = ? for update")
                .params(tenant.required().value(), key)
                .query(Payments::payment)
                .optional();
    }

    /** Those that the finance system has not answered to, oldest first. */
    @Transactional(readOnly = true)
    public List<Payment> unanswered() {
        return jdbc.sql("select * from payment where tenant = ? and state = 'ORDERED' order by changed_at")
                .param(tenant.required().value())
                .query(Payments::payment)
                .list();
    }

    /** How many the finance system has not answered to. */
    @Transactional(readOnly = true)
    public int countUnanswered() {
        return jdbc.sql("select count(*) from payment where tenant = ? and state = 'ORDERED'")
                .param(tenant.required().value())
                .query(Integer.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void accept(Payment payment, String orderId) {
        jdbc.sql("""
                        update payment set state = 'ACCEPTED', order_id = ?, changed_at = ?
                        where tenant = ? and case_id = ? and round = ?""")
                .params(orderId, now())
                .params(tenant.required().value(), payment.caseId().value(), payment.round())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void become(Payment payment, PaymentState state, String reference) {
        jdbc.sql("""
                        update payment set state = ?, reference = coalesce(nullif(?, ''), reference), changed_at = ?
                        where tenant = ? and case_id = ? and round = ?""")
                .params(state.name(), reference, now())
                .params(tenant.required().value(), payment.caseId().value(), payment.round())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        return new Payment(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getInt("round"),
                row.getString("key"),
                row.getString("receipt_number"),
                row.getLong("cents"),
                row.getLong("payable_cents"),
                row.getString("currency"),
                Optional.ofNullable(row.getString("iban")),
                Optional.ofNullable(row.getString("no_transfer")).map(NoTransfer::valueOf),
                new Sha256(row.getString("document")),
                PaymentState.valueOf(row.getString("state")));
    }
}
