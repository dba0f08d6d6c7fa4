package org.rechnungseingang.service.register;

import org.rechnungseingang.service.approval.InvoiceCertified;
import org.rechnungseingang.service.approval.InvoiceOrdered;
import org.rechnungseingang.service.approval.InvoiceRefused;
import org.rechnungseingang.service.approval.InvoiceSentBack;
import org.rechnungseingang.service.approval.PaymentHoldLifted;
import org.rechnungseingang.service.approval.QueryAnswered;
import org.rechnungseingang.service.approval.SupplierQueried;
import org.rechnungseingang.service.finance.FeedbackContradicts;
import org.rechnungseingang.service.finance.InvoicePaid;
import org.rechnungseingang.service.finance.InvoicePosted;
import org.rechnungseingang.service.finance.PaymentOrderRefused;
import org.rechnungseingang.service.finance.PaymentReturned;
import org.rechnungseingang.service.journal.Recorded;
import org.rechnungseingang.service.routing.InvoiceAssigned;
import org.rechnungseingang.service.routing.InvoiceMerged;
import org.rechnungseingang.service.routing.InvoiceNotAssigned;
import org.rechnungseingang.service.routing.PaymentHeld;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the register true from the assignment to the payment: whose a case is, and where it stands by now. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FollowCase {

    private static final String FOLLOW =
            "update register_entry r set station = c.station, mark = c.mark, given_up = null";
    private static final String OF_CASE =
            " from invoice_case c where (c.tenant, c.id) = (r.tenant, r.case_id) and r.tenant = ? and r.case_id = ?";

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final Stakes stakes;

    FollowCase(JdbcClient jdbc, CurrentTenant tenant, Stakes stakes) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.stakes = stakes;
    }

    @EventListener
    public void assign(InvoiceAssigned assigned) {
        jdbc.sql(FOLLOW + ", office = ?, certified = false" + OF_CASE)
                .params(
                        assigned.office(),
                        tenant.required().value(),
                        assigned.caseId().value())
                .update();
        stakes.reckon(assigned.caseId());
    }

    @EventListener
    public void certify(InvoiceCertified certified) {
        certified(certified, certified.complete());
    }

    @EventListener
    public void beginAgain(InvoiceSentBack sentBack) {
        certified(sentBack, false);
        follow(sentBack);
    }

    /** What moves or marks a case and says nothing more that a list would show. */
    @EventListener({
        InvoiceNotAssigned.class,
        InvoiceMerged.class,
        InvoiceOrdered.class,
        InvoiceRefused.class,
        SupplierQueried.class,
        QueryAnswered.class,
        PaymentHeld.class,
        PaymentHoldLifted.class,
        InvoicePosted.class,
        InvoicePaid.class,
        PaymentOrderRefused.class,
        PaymentReturned.class,
        FeedbackContradicts.class
    })
    public void follow(Recorded event) {
        jdbc.sql(FOLLOW + OF_CASE)
                .params(tenant.required().value(), event.caseId().value())
                .update();
        stakes.reckon(event.caseId());
    }

    private void certified(Recorded event, boolean certified) {
        jdbc.sql("update register_entry set certified = ? where tenant = ? and case_id = ?")
                .params(certified, tenant.required().value(), event.caseId().value())
                .update();
    }
}
