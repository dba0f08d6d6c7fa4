package org.rechnungseingang.schematron;

import java.util.List;
import java.util.Optional;

/**
 * What evaluating rules brought.
 *
 * @param failed the rules that do not hold, in the order of evaluation
 * @param fired how many rule contexts were met
 * @param breakdown why the evaluation could not go on to its end, if so
 */
record Evaluation(List<Failed> failed, int fired, Optional<String> breakdown) {

    /** A rule that does not hold: id, flag, text and the number of the node. */
    record Failed(String rule, Level flag, String text, String location) {}
}
