package org.rechnungseingang.schematron;

import java.util.List;
import java.util.Optional;

/** What a check came to. Every verdict has an outcome and findings; the rest is a matter of its kind. */
public sealed interface Verdict {

    /** The verdict in one word. */
    Outcome outcome();

    /** The rule set that was chosen, if the check came that far. */
    Optional<RuleSetName> ruleSet();

    /** All that was found, faults of format included, so that they can be kept and shown alike. */
    Findings findings();

    /**
     * What a town's own rules found beside the official ones. Their levels are those that the rules' authors gave; they say
     * how grave the town takes it and never change the outcome: an invoice that the official rules accept stays accepted.
     */
    default Findings local() {
        return Findings.NONE;
    }

    /**
     * What our own checks found beside the official rules: warnings and notes with ids {@code OWN-…}, which never change
     * the outcome.
     */
    default Findings own() {
        return Findings.NONE;
    }

    /**
     * The rules were evaluated to their end: accepted or rejected.
     *
     * @param rules the rule set
     * @param findings what the rules found
     * @param own what our own checks found beside them
     * @param local what a town's own rules found beside them
     * @param fired how many rule contexts were met in the document; never 0
     */
    record Checked(RuleSetName rules, Findings findings, Findings own, Findings local, int fired) implements Verdict {

        /** Official findings alone. */
        public Checked(RuleSetName rules, Findings findings, int fired) {
            this(rules, findings, Findings.NONE, Findings.NONE, fired);
        }

        /** The same with more of our own. */
        public Checked withOwn(Findings more) {
            return new Checked(rules, findings, own.and(more), local, fired);
        }

        Checked withLocal(Findings found) {
            return new Checked(rules, findings, own, found, fired);
        }

        @Override
        public Outcome outcome() {
            return findings.block() ? Outcome.REJECT : Outcome.ACCEPT;
        }

        @Override
        public Optional<RuleSetName> ruleSet() {
            return Optional.of(rules);
        }
    }

    /** The document departs from the schema of its syntax; errors is never empty. */
    record SchemaInvalid(RuleSetName rules, List<SchemaError> errors) implements Verdict {

        public SchemaInvalid {
            errors = List.copyOf(errors);
        }

        @Override
        public Outcome outcome() {
            return Outcome.SCHEMA_INVALID;
        }

        @Override
        public Optional<RuleSetName> ruleSet() {
            return Optional.of(rules);
        }

        @Override
        public Findings findings() {
            return Findings.of(errors.stream().map(SchemaError::asFinding).toList());
        }
    }

    /** The document is not well-formed; line and column count from 1, text is the parser's reason. */
    record NotWellFormed(int line, int column, String text) implements Verdict {

        @Override
        public Outcome outcome() {
            return Outcome.NOT_WELLFORMED;
        }

        @Override
        public Optional<RuleSetName> ruleSet() {
            return Optional.empty();
        }

        @Override
        public Findings findings() {
            return Findings.of(Finding.format("XML", "line " + line + ": " + text));
        }
    }

    /**
     * No rule set of the catalogue fits the document on that day.
     *
     * @param profile the profile id (BT-24) as found, shortened; empty if there is none
     * @param text what it is and what to send instead, in German
     * @param english the same in English
     */
    record NoRuleSet(String profile, String text, String english) implements Verdict {

        @Override
        public Outcome outcome() {
            return Outcome.NO_RULE_SET;
        }

        @Override
        public Optional<RuleSetName> ruleSet() {
            return Optional.empty();
        }

        @Override
        public Findings findings() {
            return Findings.of(Finding.format("NO-RULE-SET", text));
        }
    }

    /**
     * A gate before the rules: not an invoice, or beyond the bounds.
     *
     * @param code stable, for instance {@code order-x} or {@code depth}
     * @param text what it is and what to send instead, in German
     * @param english the same in English
     */
    record Refused(String code, String text, String english) implements Verdict {

        @Override
        public Outcome outcome() {
            return Outcome.REFUSED;
        }

        @Override
        public Optional<RuleSetName> ruleSet() {
            return Optional.empty();
        }

        @Override
        public Findings findings() {
            return Findings.of(Finding.format("REFUSED-" + code, text));
        }
    }

    /**
     * The check could not be brought to its end, for a reason that may lie with this machine; a later check may come to a
     * verdict. Says nothing about the document.
     *
     * @param ruleSet the rule set, if one was chosen
     * @param code stable: {@code deadline}, {@code memory}, {@code engine}, {@code no-rule-fired}, {@code pdf}
     * @param text what happened, in German
     * @param english the same in English
     * @param findings what had been found until then
     * @param cause for the log
     */
    record Failed(
            Optional<RuleSetName> ruleSet,
            String code,
            String text,
            String english,
            Findings findings,
            Optional<Throwable> cause)
            implements Verdict {

        @Override
        public Outcome outcome() {
            return Outcome.ERROR;
        }
    }
}
