package org.rechnungseingang.schematron;

import java.util.List;
import java.util.Optional;

/**
 * One thing that was found in a document.
 *
 * @param rule the rule's official id, for instance {@code BR-DE-15}
 * @param level the effective level, after the rule set's changed levels
 * @param legalClass what it means in law
 * @param text the official text of the rule, with its white space collapsed
 * @param location the place as an XPath for people, {@code /ubl:Invoice/cac:InvoiceLine[2]/cbc:ID}; empty if it has none
 * @param terms the business terms the text speaks of, {@code BT-10}, {@code BG-4}, in their order; where it speaks of none,
 *     those of the location or of the nearest group around it; empty for what is about the document as a whole
 * @param value what stands at the location, shortened, where the location holds a value
 */
public record Finding(
        String rule,
        Level level,
        LegalClass legalClass,
        String text,
        String location,
        List<String> terms,
        Optional<String> value) {

    private static final int LONGEST_VALUE = 200;

    public Finding {
        terms = List.copyOf(terms);
    }

    /** A value as a finding shows it: without white space around it, and not longer than a person reads. */
    public static String shorten(String text) {
        String value = text.strip();
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    /** A finding that the file is no e-invoice; it has no place in the tree. */
    static Finding format(String rule, String text) {
        return new Finding(rule, Level.ERROR, LegalClass.FORMAT, text, "", List.of(), Optional.empty());
    }
}
