package org.rechnungseingang.service.validation;

import java.util.Optional;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.RuleSetName;

/**
 * What the check of a received file came to.
 *
 * @param outcome the outcome
 * @param ruleSet the rule set and its version, if it came that far
 * @param findings what was found, faults of format included
 * @param reason why there was nothing to check by rules, where that is so
 * @param header the invoice's header, where it could be read
 * @param extracted the XML that was taken out of the received file; empty if the file itself is the XML
 */
public record Examined(
        CheckOutcome outcome,
        Optional<RuleSetName> ruleSet,
        Findings findings,
        Optional<Reason> reason,
        Optional<InvoiceHeader> header,
        Optional<byte[]> extracted) {

    /** What it suggests to do. */
    public DecisionLevel decision() {
        return DecisionLevel.of(outcome, findings);
    }

    /** An invoice that was read and not checked. */
    static Examined refused(Reason reason, InvoiceHeader header, Optional<byte[]> extracted) {
        return new Examined(
                CheckOutcome.REFUSED,
                Optional.empty(),
                Findings.NONE,
                Optional.of(reason),
                Optional.of(header),
                extracted);
    }

    static Examined noInvoice(Reason reason) {
        return new Examined(
                CheckOutcome.NO_INVOICE,
                Optional.empty(),
                Findings.NONE,
                Optional.of(reason),
                Optional.empty(),
                Optional.empty());
    }
}
