package org.rechnungseingang.service.finance;

import java.util.Optional;
import org.rechnungseingang.service.approval.Decision;
import org.rechnungseingang.service.approval.Decision.Refused;
import org.rechnungseingang.service.approval.Refusal;
import org.rechnungseingang.service.approval.ReopenOrder;
import org.rechnungseingang.service.approval.Seen;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes up again what the finance system has refused or the bank has returned: the case goes back to its office, to be
 * certified and ordered anew, under a new key. While a payment of it lives, or somebody has yet to clear up what the finance
 * system told about one, there is no second one.
 */
@Component
public class ReopenPayment {

    private final InvoiceCases cases;
    private final Payments payments;
    private final SetAsideFeedback setAside;
    private final ReopenOrder reopen;

    ReopenPayment(InvoiceCases cases, Payments payments, SetAsideFeedback setAside, ReopenOrder reopen) {
        this.cases = cases;
        this.payments = payments;
        this.setAside = setAside;
        this.reopen = reopen;
    }

    /** What stands against it on the side of the payments, for whoever is to be offered it. */
    @Transactional(readOnly = true)
    public Optional<Refusal> obstacle(CaseId caseId) {
        return obstacle(caseId, payments.live(caseId));
    }

    /**
     * Takes the case up again.
     *
     * @param person who wants it; he needs a power for the case's office
     * @param seen what the person looked at
     * @param reason why
     */
    @Transactional
    public Decision reopen(Person person, ReceiptNumber number, Seen seen, String reason) {
        // First the payments, then the case: in the order in which the finance system's answers and feedback take them.
        return cases.find(number)
                .map(InvoiceCase::id)
                .flatMap(caseId -> obstacle(caseId, payments.takeLive(caseId)))
                .<Decision>map(Refused::new)
                .orElseGet(() -> reopen.reopen(person, number, seen, reason));
    }

    private Optional<Refusal> obstacle(CaseId caseId, boolean live) {
        if (live) {
            return Optional.of(Refusal.PAYMENT_LIVES);
        }
        return setAside.isAbout(caseId) ? Optional.of(Refusal.FEEDBACK_WAITS) : Optional.empty();
    }
}
