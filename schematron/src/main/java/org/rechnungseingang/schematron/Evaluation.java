package org.rechnungseingang.schematron;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What evaluating rules brought.
 *
 * @param failed the rules that do not hold, in the order of evaluation
 * @param fired how many rule contexts were met
 * @param breakdown why the evaluation could not go on to its end, if so
 */
record Evaluation(List<Failed> failed, int fired, Optional<String> breakdown) {

    /** Five for each of 10 000 lines; a hostile file has hundreds of thousands. */
    static final int MOST_FINDINGS = 50_000;

    /** Why an evaluation is ended that finds more. */
    static final String TOO_MANY = "more than " + MOST_FINDINGS + " findings";

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    /** A text of a rule without the line breaks of the file that it stands in. */
    static String inOneLine(String text) {
        String stripped = text.strip();
        return isInOneLine(stripped) ? stripped : WHITE_SPACE.matcher(stripped).replaceAll(" ");
    }

    /** True for the texts of nearly all rules, tens of thousands of times in a bad file. */
    private static boolean isInOneLine(String text) {
        char before = 'x';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return true;
    }

    /** A rule that does not hold: id, flag, text and the number of the node. */
    record Failed(String rule, Level flag, String text, String location) {}
}
