package org.rechnungseingang.service.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rechnungseingang.invoice.BusinessTerm;
import org.rechnungseingang.schematron.Explanation;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Level;

/**
 * A finding as screens show it, beside the invoice and at its fields.
 *
 * @param anchor its id in the page
 * @param tone how grave it is
 * @param rule the rule's id
 * @param explanation what it means and what to do, in the reader's language, or empty text
 * @param text the official text; of our own findings what is to be added to the explanation, or empty text
 * @param language the language of that text, ISO 639-1
 * @param terms the fields it speaks of
 * @param value what stands there, or empty text
 * @param location the place in the XML, or empty text
 * @param line the line of the invoice it belongs to, counted from 1
 */
public record FindingView(
        String anchor,
        Tone tone,
        String rule,
        String explanation,
        String text,
        String language,
        List<Mention> terms,
        String value,
        String location,
        OptionalInt line) {

    /** The elements that hold an invoice line in UBL and CII. */
    private static final Pattern LINE = Pattern.compile(
            "(?:InvoiceLine|CreditNoteLine|IncludedSupplyChainTradeLineItem)(?:\\[(\\d{1,9})])?(?:/|$)");

    /** A field that a finding speaks of: its number and its name. */
    public record Mention(String id, String label) {

        /** The id of the field in the page. */
        public String anchor() {
            return "field-" + id;
        }
    }

    /** Official findings with their names in the reader's language. */
    public static List<FindingView> of(List<Finding> findings, Wording wording) {
        return of(findings, "finding", wording);
    }

    /** Findings of our own checks, whose texts are ours in both languages. */
    public static List<FindingView> own(List<Finding> findings, Wording wording) {
        return of(findings, "own", wording);
    }

    /** Findings of a town's own rules, in the words of their author. */
    public static List<FindingView> local(List<Finding> findings, Wording wording) {
        return of(findings, "local", wording);
    }

    private static List<FindingView> of(List<Finding> findings, String anchors, Wording wording) {
        List<FindingView> views = new ArrayList<>();
        for (Finding finding : findings) {
            views.add(of(finding, anchors, views.size() + 1, wording));
        }
        return List.copyOf(views);
    }

    private static FindingView of(Finding finding, String anchors, int number, Wording wording) {
        return new FindingView(
                anchors + "-" + number,
                tone(finding.level()),
                finding.rule(),
                wording.explanation(finding.rule()),
                withoutExplanation(finding),
                language(finding.rule()),
                finding.terms().stream().map(id -> mention(id, wording)).toList(),
                finding.value().map(Received::text).orElse(""),
                finding.location(),
                line(finding.location()));
    }

    /** What is left of our own text when its explanation is shown in one language: what the pages say, for instance. */
    private static String withoutExplanation(Finding finding) {
        return Explanation.of(finding.rule())
                .map(ours -> ours.german() + " / " + ours.english())
                .filter(finding.text()::startsWith)
                .map(both -> detail(finding.text().substring(both.length()).strip()))
                .orElseGet(() -> withoutRule(finding));
    }

    private static String detail(String inBrackets) {
        boolean isBracketed = inBrackets.startsWith("(") && inBrackets.endsWith(")");
        return Received.text(isBracketed ? inBrackets.substring(1, inBrackets.length() - 1) : inBrackets);
    }

    /** The official text; the rule's id that some rule sets repeat in front of it stands beside it already. */
    private static String withoutRule(Finding finding) {
        String prefix = "[" + finding.rule() + "]";
        String text = finding.text();
        return text.startsWith(prefix) ? text.substring(prefix.length()).replaceFirst("^[\\s-]+", "") : text;
    }

    private static Mention mention(String id, Wording wording) {
        return new Mention(id, BusinessTerm.of(id).map(wording::term).orElse(id));
    }

    private static Tone tone(Level level) {
        return switch (level) {
            case FATAL, ERROR -> Tone.ERROR;
            case WARNING -> Tone.WARNING;
            case INFORMATION -> Tone.INFO;
        };
    }

    /** XRechnung's own rules are worded in German, those of CEN and Peppol in English. */
    private static String language(String rule) {
        boolean english = rule.startsWith("PEPPOL-") || (rule.startsWith("BR-") && !rule.startsWith("BR-DE"));
        return english || rule.startsWith("UBL-") || rule.startsWith("CII-") || rule.startsWith("cvc-") ? "en" : "de";
    }

    private static OptionalInt line(String location) {
        Matcher line = LINE.matcher(location);
        if (!line.find()) {
            return OptionalInt.empty();
        }
        // The only line of an invoice has no number in the path.
        return OptionalInt.of(line.group(1) == null ? 1 : Integer.parseInt(line.group(1)));
    }

    /** The same as a note at a field. */
    public Note note() {
        return new Note(anchor, tone, rule);
    }

    /**
     * A finding's mark at a field.
     *
     * @param anchor the finding's id in the page
     * @param tone how grave it is
     * @param rule the rule's official id
     */
    public record Note(String anchor, Tone tone, String rule) {}
}
