package org.rechnungseingang.service.portal.office;

import org.rechnungseingang.service.approval.Certifications;
import org.rechnungseingang.service.approval.PaymentHolds;
import org.rechnungseingang.service.finance.ReopenPayment;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.routing.Assignments;
import org.rechnungseingang.service.routing.TriageDesk;
import org.springframework.stereotype.Component;

/** Gathers where a case stands from the modules that know. */
@Component
class Standings {

    private final InvoiceCases cases;
    private final Assignments assignments;
    private final TriageDesk desk;
    private final Certifications certifications;
    private final PaymentHolds holds;
    private final ReopenPayment payments;

    Standings(
            InvoiceCases cases,
            Assignments assignments,
            TriageDesk desk,
            Certifications certifications,
            PaymentHolds holds,
            ReopenPayment payments) {
        this.cases = cases;
        this.assignments = assignments;
        this.desk = desk;
        this.certifications = certifications;
        this.holds = holds;
        this.payments = payments;
    }

    Standing of(CaseId caseId) {
        InvoiceCase found = cases.get(caseId);
        return new Standing(
                found,
                assignments.officeOf(caseId),
                desk.find(caseId),
                certifications.of(found),
                holds.doubts(caseId),
                !holds.of(found).isEmpty(),
                holds.cleared(caseId),
                payments.obstacle(caseId));
    }
}
