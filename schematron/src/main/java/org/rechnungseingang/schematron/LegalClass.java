package org.rechnungseingang.schematron;

import java.util.Locale;

/** What a finding means in law (letter of the Federal Ministry of Finance of 15 October 2025). */
public enum LegalClass {

    /** The file is no e-invoice: not readable, not in the schema, not a permitted profile. */
    FORMAT,

    /** A business rule of EN 16931 or of a specification on it does not hold; § 14 UStG is not touched. */
    BUSINESS_RULE,

    /** A rule about what § 14(4) UStG asks an invoice to say: who, what, when, how much, which tax. */
    CONTENT;

    /** The stable name in files, answers and databases: {@code format}, {@code business-rule}, {@code content}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return wireName();
    }
}
