package org.rechnungseingang.service.validation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
 * @param findings what was found, in the order of the rules
 */
public record StoredVerdict(
        int round,
        CheckOutcome outcome,
        DecisionLevel decision,
        Optional<String> ruleSet,
        Optional<Reason> reason,
        Instant checkedAt,
        List<Finding> findings) {}
