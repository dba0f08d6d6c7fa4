package org.rechnungseingang.service.peppol.outbound;

import java.util.List;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.service.validation.Reason;
import org.rechnungseingang.service.validation.StoredVerdict;

/**
 * What the Message Level Status says about a document (Peppol MLS 1.0): accepted, or rejected with the reasons.
 *
 * @param accepted whether it is with the one whom it was for, and in order
 * @param description in one sentence, empty if accepted
 * @param issues what stands against it
 */
record LevelStatus(boolean accepted, String description, List<Issue> issues) {

    private static final int MOST_ISSUES = 100;
    private static final int LONGEST_TEXT = 1_000;
    private static final String NO_PLACE = "NA";

    /** Keeps its own copy of the list. */
    LevelStatus {
        issues = List.copyOf(issues);
    }

    /**
     * A reason to reject.
     *
     * @param place an XPath, or {@code NA}
     */
    record Issue(String place, String text, Cause cause) {}

    /** The status reason codes of failures. */
    enum Cause {
        /** Violation of syntax: no XML, or against the schema. */
        SV,
        /** Violation of a business rule that must hold. */
        BV,
        /** The document cannot be delivered to the one whom it is for. */
        FD
    }

    static LevelStatus of(StoredVerdict verdict) {
        return switch (verdict.outcome()) {
            case ACCEPT -> new LevelStatus(true, "", List.of());
            case REJECT -> rejected(verdict, Cause.BV, "The document breaks rules that must hold");
            case SCHEMA_INVALID -> rejected(verdict, Cause.SV, "The document does not follow its schema");
            case NOT_WELLFORMED -> rejected(verdict, Cause.SV, "The document is no well-formed XML");
            case NO_RULE_SET -> rejected(verdict, Cause.BV, "The document's specification is not known here");
            case NO_INVOICE -> rejected(verdict, Cause.SV, "The document is no invoice");
            case REFUSED -> rejected(verdict, Cause.FD, "The document cannot be processed by its receiver");
        };
    }

    String code() {
        return accepted ? "AP" : "RE";
    }

    private static LevelStatus rejected(StoredVerdict verdict, Cause cause, String description) {
        List<Finding> against = verdict.findings().stream()
                .filter(finding -> finding.level().blocks())
                .toList();
        List<Issue> issues = against.stream()
                .limit(MOST_ISSUES)
                .map(finding -> issue(finding, cause))
                .toList();
        String sentence = against.size() > MOST_ISSUES
                ? "%s (%d findings, the first %d are listed).".formatted(description, against.size(), MOST_ISSUES)
                : description + ".";
        return new LevelStatus(false, sentence, issues.isEmpty() ? List.of(reason(verdict, cause, sentence)) : issues);
    }

    private static Issue issue(Finding finding, Cause cause) {
        String text =
                finding.text().contains(finding.rule()) ? finding.text() : "[" + finding.rule() + "] " + finding.text();
        return new Issue(finding.location().isBlank() ? NO_PLACE : finding.location(), shortened(text), cause);
    }

    private static Issue reason(StoredVerdict verdict, Cause cause, String sentence) {
        return new Issue(NO_PLACE, verdict.reason().map(Reason::english).orElse(sentence), cause);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + " …";
    }
}
