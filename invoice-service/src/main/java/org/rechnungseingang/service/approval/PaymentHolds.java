package org.rechnungseingang.service.approval;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.validation.StoredVerdict;
import org.rechnungseingang.service.validation.Verdicts;
import org.springframework.stereotype.Component;

/**
 * Payments that are held because the check has put account or amount in doubt. A case is held from its assignment until a
 * person says what cleared it up; that person's word counts in later rounds, too.
 */
@Component
public class PaymentHolds {

    private final Verdicts verdicts;
    private final Remarks remarks;

    PaymentHolds(Verdicts verdicts, Remarks remarks) {
        this.verdicts = verdicts;
        this.remarks = remarks;
    }

    /** Why the payment of the case is held; empty if it is not. */
    public List<Finding> of(InvoiceCase found) {
        boolean isHeld =
                found.station() == Station.ASSIGNED && cleared(found.id()).isEmpty();
        return isHeld ? doubts(found.id()) : List.of();
    }

    /** What the check has put in doubt, whether or not somebody has cleared it up since. */
    public List<Finding> doubts(CaseId caseId) {
        return verdicts.latest(caseId).map(StoredVerdict::paymentDoubts).orElse(List.of());
    }

    /** What cleared it up, in the words of whoever lifted the hold; empty if nobody has. */
    public Optional<String> cleared(CaseId caseId) {
        return remarks.of(caseId).stream()
                .filter(remark -> remark.kind() == Remark.Kind.HOLD_LIFTED)
                .map(Remark::text)
                .findFirst();
    }
}
