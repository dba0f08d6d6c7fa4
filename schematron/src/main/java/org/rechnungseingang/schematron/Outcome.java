package org.rechnungseingang.schematron;

import java.util.Locale;

/** How a check ended, in one word. */
public enum Outcome {

    /** Official rules were evaluated and none of them stands against the invoice. */
    ACCEPT,

    /** Official rules were evaluated and at least one of them stands against the invoice. */
    REJECT,

    /** Well-formed, but not in the shape its XML schema asks for; no rule was evaluated. */
    SCHEMA_INVALID,

    /** Not XML that can be read to its end. */
    NOT_WELLFORMED,

    /** It may be an invoice, but of a profile that no rule set is known for on that day. */
    NO_RULE_SET,

    /** No e-invoice at all, or beyond the bounds of what is read; the verdict says which. */
    REFUSED,

    /** The check itself could not be brought to its end; says nothing about the invoice. */
    ERROR;

    /** The stable name in files, answers and databases: {@code accept}, {@code schema-invalid} … */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return wireName();
    }
}
