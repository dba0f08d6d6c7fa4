package org.rechnungseingang.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The payment terms (BT-20): free text in which XRechnung hides lines of Skonto (BR-DE-18), and the structured discount
 * terms of CII.
 *
 * @param text BT-20 unchanged, line breaks included; empty if there are structured terms only
 * @param skonti the discounts offered, in the order of the document
 * @param freeText what is left for people to read, without the Skonto lines
 * @param malformedLines lines that start with # as a Skonto does, and are none
 * @param lastLineBreakMissing true if there are # lines and no line break follows the last of them
 */
public record PaymentTerms(
        String text, List<Skonto> skonti, String freeText, List<String> malformedLines, boolean lastLineBreakMissing) {

    private static final Pattern LINE_BREAK = Pattern.compile("\\r?\\n");
    // The rule cuts the text after the last #…# of a line and wants blanks and a line break next.
    private static final Pattern HASHED = Pattern.compile("#[^\\r\\n]+#");
    private static final Pattern BROKEN_LINE = Pattern.compile("^\\s*\\n");

    /** Keeps its own copies of the lists. */
    public PaymentTerms {
        skonti = List.copyOf(skonti);
        malformedLines = List.copyOf(malformedLines);
    }

    /** Reads the text of BT-20. */
    public static PaymentTerms of(String text) {
        return of(text, List.of());
    }

    /** Reads the text of BT-20 and adds discounts that came as structured terms. */
    static PaymentTerms of(String text, List<Skonto> structured) {
        List<Skonto> skonti = new ArrayList<>();
        List<String> malformed = new ArrayList<>();
        List<String> free = new ArrayList<>();
        for (String line : LINE_BREAK.split(text, -1)) {
            if (!line.strip().startsWith("#")) {
                free.add(line.strip());
                continue;
            }
            Optional<Skonto> skonto = Skonto.ofLine(line);
            skonto.ifPresentOrElse(skonti::add, () -> malformed.add(line.strip()));
        }
        boolean hashed = !skonti.isEmpty() || !malformed.isEmpty();
        skonti.addAll(structured);
        String freeText = String.join("\n", free).strip();
        return new PaymentTerms(text, skonti, freeText, malformed, hashed && !lineBreakFollows(text));
    }

    /** True if BR-DE-18 has nothing to say. */
    public boolean isWellFormed() {
        return malformedLines.isEmpty() && !lastLineBreakMissing;
    }

    private static boolean lineBreakFollows(String text) {
        int end = 0;
        Matcher hashed = HASHED.matcher(text);
        while (hashed.find()) {
            end = hashed.end();
        }
        return BROKEN_LINE.matcher(text.substring(end)).find();
    }
}
