package org.rechnungseingang.service.register;

import org.rechnungseingang.service.approval.InvoiceCertified;
import org.rechnungseingang.service.approval.InvoiceOrdered;
import org.rechnungseingang.service.approval.InvoiceRefused;
import org.rechnungseingang.service.approval.InvoiceSentBack;
import org.rechnungseingang.service.approval.QueryAnswered;
import org.rechnungseingang.service.approval.SupplierQueried;
import org.rechnungseingang.service.finance.FeedbackContradicts;
import org.rechnungseingang.service.finance.InvoicePaid;
import org.rechnungseingang.service.finance.InvoicePosted;
import org.rechnungseingang.service.finance.PaymentOrderRefused;
import org.rechnungseingang.service.finance.PaymentReturned;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.journal.Recorded;
import org.rechnungseingang.service.routing.InvoiceAssigned;
import org.rechnungseingang.service.routing.InvoiceMerged;
import org.rechnungseingang.service.routing.InvoiceNotAssigned;
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

    private final InvoiceCases cases;
    private final JdbcClient jdbc;
    private final CurrentTenant tenant;

    FollowCase(InvoiceCases cases, JdbcClient jdbc, CurrentTenant tenant) {
        this.cases = cases;
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    @EventListener
    public void assign(InvoiceAssigned assigned) {
        jdbc.sql("update register_entry set office = ?, certified = false where tenant = ? and case_id = ?")
                .params(
                        assigned.office(),
                        tenant.required().value(),
                        assigned.caseId().value())
                .update();
        follow(assigned);
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
        InvoicePosted.class,
        InvoicePaid.class,
        PaymentOrderRefused.class,
        PaymentReturned.class,
        FeedbackContradicts.class
    })
    public void follow(Recorded event) {
        InvoiceCase now = cases.get(event.caseId());
        jdbc.sql("update register_entry set station = ?, mark = ?, given_up = null where tenant = ? and case_id = ?")
                .params(now.station().name(), now.mark().name())
                .params(tenant.required().value(), now.id().value())
                .update();
    }

    private void certified(Recorded event, boolean certified) {
        jdbc.sql("update register_entry set certified = ? where tenant = ? and case_id = ?")
                .params(certified, tenant.required().value(), event.caseId().value())
                .update();
    }
}
