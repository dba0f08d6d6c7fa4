package org.rechnungseingang.schematron.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rechnungseingang.schematron.Outcome;
import org.rechnungseingang.schematron.RuleSetName;
import org.rechnungseingang.schematron.Verdict;

/**
 * A verdict put in words for people, whatever it is written on.
 *
 * @param file as it was named; like all texts here fit to be shown
 * @param ruleSet the rule set, if one was chosen
 * @param message what it is all about, where findings of rules do not say it
 * @param groups the official findings, gravest first; none is empty
 * @param beside what was found beside the official rules: by our own checks, by a town's rules, by the next version
 */
record Account(
        String file,
        Outcome outcome,
        Optional<String> ruleSet,
        Optional<String> message,
        List<Group> groups,
        List<Group> beside) {

    /** How grave, in three steps. */
    enum Gravity {
        ERROR,
        WARNING,
        NOTE
    }

    /**
     * Findings of one gravity, or of one source.
     *
     * @param title how many they are, or whose
     * @param remarks none for a group that says all by its title
     */
    record Group(Gravity gravity, String title, List<Remark> remarks) {

        int size() {
            return remarks.stream().mapToInt(Remark::count).sum();
        }
    }

    /**
     * All findings of one rule with one text.
     *
     * @param terms number and name of the fields it speaks of
     * @param explanation what it means and what to do
     * @param official the text that counts; empty if the explanation is all there is
     * @param spots the first places
     * @param count how many places there are
     */
    record Remark(
            String rule,
            List<String> terms,
            Optional<String> explanation,
            Optional<String> official,
            List<Spot> spots,
            int count) {}

    /**
     * One place.
     *
     * @param place may be empty
     * @param figures the explanation with the figures of this invoice
     */
    record Spot(String place, Optional<String> found, Optional<String> figures) {

        boolean isEmpty() {
            return place.isEmpty() && found.isEmpty() && figures.isEmpty();
        }
    }

    static Account of(String file, Checked checked, Language language) {
        Verdict verdict = checked.verdict();
        Remarks remarks = new Remarks(language, checked);
        return new Account(
                Printable.of(file),
                verdict.outcome(),
                verdict.ruleSet().map(RuleSetName::toString),
                message(verdict, language).map(Printable::of),
                remarks.groups(),
                remarks.beside());
    }

    /** All that is to be shown, official findings first. */
    List<Group> all() {
        return Stream.concat(groups.stream(), beside.stream()).toList();
    }

    boolean isAccepted() {
        return outcome == Outcome.ACCEPT;
    }

    /** How many official findings of that gravity. */
    int count(Gravity gravity) {
        return groups.stream()
                .filter(group -> group.gravity() == gravity)
                .mapToInt(Group::size)
                .sum();
    }

    /** How many findings beside the official ones. */
    int countBeside() {
        return beside.stream().mapToInt(Group::size).sum();
    }

    private static Optional<String> message(Verdict verdict, Language language) {
        if (verdict instanceof Verdict.Refused refused) {
            return Optional.of(language.of(refused.text(), refused.english()));
        }
        if (verdict instanceof Verdict.NoRuleSet none) {
            return Optional.of(language.of(none.text(), none.english()));
        }
        if (verdict instanceof Verdict.Failed failed) {
            return Optional.of(language.of(failed.text(), failed.english()));
        }
        return switch (verdict.outcome()) {
            case SCHEMA_INVALID -> Optional.of(language.of(Phrase.ABOUT_SCHEMA));
            case NOT_WELLFORMED -> Optional.of(language.of(Phrase.ABOUT_XML));
            default -> Optional.empty();
        };
    }
}
