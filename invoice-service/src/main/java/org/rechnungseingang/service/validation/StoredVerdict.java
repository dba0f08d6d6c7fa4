package org.rechnungseingang.service.validation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rechnungseingang.schematron.Finding;

/**
 * The verdict on a case as it was found at that time.
 *
 * @param round the round it belongs to
 * @param outcome the outcome
 * @param decision what it suggested to do
 * @param ruleSet name and version of the rules, if it came that far
 * @param reason why there was nothing to check by rules, where that is so
 * @param checkedAt when
 * @param findings what the official rules found, in their order; they alone made the outcome
 * @param own what our own checks found beside them
 * @param local what the town's own rules found beside them
 */
public record StoredVerdict(
        int round,
        CheckOutcome outcome,
        DecisionLevel decision,
        Optional<String> ruleSet,
        Optional<Reason> reason,
        Instant checkedAt,
        List<Finding> findings,
        List<Finding> own,
        List<Finding> local) {

    /** Keeps its own copies of the lists. */
    public StoredVerdict {
        findings = List.copyOf(findings);
        own = List.copyOf(own);
        local = List.copyOf(local);
    }

    /** The same as its supplier may read it. */
    public StoredVerdict forSupplier() {
        return new StoredVerdict(
                round,
                outcome,
                decision,
                ruleSet,
                reason,
                checkedAt,
                findings,
                own.stream().filter(SuppliersMatter::is).toList(),
                List.of());
    }

    /** What must be cleared up before anybody pays; empty if account and amount are in no doubt. */
    public List<Finding> paymentDoubts() {
        return PaymentDoubts.among(
                Stream.concat(findings.stream(), own.stream()).toList());
    }
}
