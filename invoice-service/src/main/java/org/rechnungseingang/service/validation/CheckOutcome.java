package org.rechnungseingang.service.validation;

import java.util.Locale;
import org.rechnungseingang.schematron.Outcome;

/**
 * How the check of a received file ended: the validator's outcomes, and that there was no invoice to check. A check that
 * did not end has no outcome; it is {@link CheckingFailed}.
 */
public enum CheckOutcome {
    ACCEPT(false),
    REJECT(true),
    SCHEMA_INVALID(true),
    NOT_WELLFORMED(true),
    NO_RULE_SET(true),
    REFUSED(true),
    /** A PDF without XML, a picture, something unknown: no e-invoice. */
    NO_INVOICE(true);

    private final boolean needsPerson;

    CheckOutcome(boolean needsPerson) {
        this.needsPerson = needsPerson;
    }

    static CheckOutcome of(Outcome outcome) {
        return valueOf(outcome.name());
    }

    /** Whether the case waits until a person has decided what to do with it. */
    public boolean needsPerson() {
        return needsPerson;
    }

    /** The stable name in answers: {@code accept}, {@code no-invoice} … */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
