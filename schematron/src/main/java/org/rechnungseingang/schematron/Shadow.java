package org.rechnungseingang.schematron;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What a rule set that is not in force yet finds in a document, against the one in force.
 *
 * @param rules the rule set to come
 * @param from the first day on which it is in force
 * @param verdict what it comes to; of whatever kind
 * @param added findings that come on top
 * @param gone findings of today that go away
 */
public record Shadow(RuleSetName rules, LocalDate from, Verdict verdict, Findings added, Findings gone) {

    /** A finding is the same as one of the other version if rule and level are; each counts as often as it is there. */
    private record Kind(String rule, Level level) {

        static Kind of(Finding finding) {
            return new Kind(finding.rule(), finding.level());
        }
    }

    static Shadow of(RuleSetName rules, LocalDate from, Verdict current, Verdict next) {
        // A check that came to no end says nothing about the document, so nothing goes away either.
        boolean failed = next.outcome() == Outcome.ERROR;
        return new Shadow(
                rules,
                from,
                next,
                failed ? Findings.NONE : without(next.findings(), current.findings()),
                failed ? Findings.NONE : without(current.findings(), next.findings()));
    }

    private static Findings without(Findings findings, Findings others) {
        Map<Kind, Integer> left = new HashMap<>();
        others.forEach(finding -> left.merge(Kind.of(finding), 1, Integer::sum));
        return Findings.of(findings.stream()
                .filter(finding -> left.merge(Kind.of(finding), -1, Integer::sum) < 0)
                .toList());
    }
}
