package org.rechnungseingang.service.validation;

import org.rechnungseingang.schematron.Findings;

/** What the verdict suggests to whoever decides. Warnings alone never lead to a refusal. */
public enum DecisionLevel {
    ACCEPT,
    ACCEPT_WITH_NOTES,
    QUERY,
    REFUSE;

    static DecisionLevel of(CheckOutcome outcome, Findings findings) {
        return switch (outcome) {
            case ACCEPT -> findings.isEmpty() ? ACCEPT : ACCEPT_WITH_NOTES;
            case SCHEMA_INVALID, NOT_WELLFORMED, REFUSED -> REFUSE;
            case REJECT, NO_RULE_SET, NO_INVOICE -> QUERY;
        };
    }
}
