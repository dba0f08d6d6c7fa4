package org.rechnungseingang.service.validation;

import java.util.Optional;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.RuleSetName;

/**
 * What the check of a received file came to.
 *
 * @param outcome the outcome
 * @param ruleSet the rule set and its version, if it came that far
 * @param findings what the official rules found, faults of format included
 * @param own what our own checks found beside them, the pages of a PDF included
 * @param local what the town's own rules found beside them
 * @param reason why there was nothing to check by rules, where that is so
 * @param header the invoice's header, where it could be read
 * @param extracted the XML that was taken out of the received file; empty if the file itself is the XML
 */
public record Examined(
        CheckOutcome outcome,
        Optional<RuleSetName> ruleSet,
        Findings findings,
        Findings own,
        Findings local,
        Optional<Reason> reason,
        Optional<InvoiceHeader> header,
        Optional<byte[]> extracted) {

    /** What it suggests to do, by the official findings alone. */
    public DecisionLevel decision() {
        return DecisionLevel.of(outcome, findings);
    }

    /** An invoice that was read and not checked by rules. */
    static Examined refused(Reason reason, InvoiceHeader header, Findings own, Optional<byte[]> extracted) {
        return new Examined(
                CheckOutcome.REFUSED,
                Optional.empty(),
                Findings.NONE,
                own,
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
                Findings.NONE,
                Findings.NONE,
                Optional.of(reason),
                Optional.empty(),
                Optional.empty());
    }
}
