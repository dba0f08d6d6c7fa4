package org.rechnungseingang.schematron;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Evaluates the rules of one rule set on one tree. */
final class Checking {

    private static final Pattern TERM = Pattern.compile("\\bB[TG]-(?:DEX-|X-)?[0-9]+(?:-[0-9]+)?\\b");

    private final RuleSet ruleSet;
    private final Catalogue catalogue;
    private final RuleEngine engine;
    private final Deadline deadline;
    private final List<Finding> findings = new ArrayList<>();

    Checking(RuleSet ruleSet, Catalogue catalogue, RuleEngine engine, Deadline deadline) {
        this.ruleSet = ruleSet;
        this.catalogue = catalogue;
        this.engine = engine;
        this.deadline = deadline;
    }

    Verdict check(Trees document) {
        int fired = 0;
        Places places = new Places(document);
        for (String name : ruleSet.rules()) {
            Evaluation evaluation = engine.evaluate(name, document, deadline);
            evaluation.failed().forEach(failed -> findings.add(finding(failed, places)));
            evaluation.breakdown().ifPresent(reason -> findings.add(breakdown(name, reason)));
            if (evaluation.fired() == 0 && evaluation.breakdown().isEmpty()) {
                return noRuleFired(name);
            }
            fired += evaluation.fired();
        }
        return new Verdict.Checked(ruleSet.name(), Findings.of(findings), fired);
    }

    private Finding finding(Evaluation.Failed failed, Places places) {
        deadline.check();
        Place place = places.of(failed.location());
        Level level = ruleSet.effective(failed.rule(), failed.flag());
        return new Finding(
                failed.rule(),
                level,
                catalogue.legalClass(failed.rule(), level),
                failed.text(),
                place.path(),
                terms(failed.text(), place),
                place.value());
    }

    /** What the text speaks of; what the place is, where it speaks of nothing. */
    static List<String> terms(String text, Place place) {
        List<String> named =
                TERM.matcher(text).results().map(MatchResult::group).distinct().toList();
        return named.isEmpty() ? Terms.official().at(place.key()) : named;
    }

    private static Finding breakdown(String rules, String reason) {
        String text =
                "Die Regeln %s konnten nicht zu Ende ausgewertet werden (the rules could not be evaluated to their end): %s"
                        .formatted(rules, reason);
        return new Finding(
                "RULES-BROKE-DOWN", Level.ERROR, LegalClass.BUSINESS_RULE, text, "", List.of(), Optional.empty());
    }

    private Verdict noRuleFired(String rules) {
        return failed(
                "no-rule-fired",
                "Keine einzige Regel aus %s hat etwas zu prüfen gefunden; das Ergebnis wäre wertlos.".formatted(rules),
                "Not one rule of %s found anything to check; the result would be worthless.".formatted(rules),
                Optional.empty());
    }

    Verdict tooLong(Duration limit) {
        return failed(
                "deadline",
                "Die Prüfung dauerte länger als %d Sekunden und wurde abgebrochen.".formatted(limit.toSeconds()),
                "The check took longer than %d seconds and was given up.".formatted(limit.toSeconds()),
                Optional.empty());
    }

    Verdict outOfMemory(VirtualMachineError cause) {
        return failed(
                "memory",
                "Der Speicher hat für die Prüfung nicht gereicht.",
                "There was not enough memory for the check.",
                Optional.of(cause));
    }

    Verdict engineBroke(RuntimeException cause) {
        return failed(
                "engine",
                "Das Prüfwerk selbst ist gescheitert; das ist ein Fehler hier und nicht in der Rechnung.",
                "The checking engine itself failed; that is a fault here and not of the invoice.",
                Optional.of(cause));
    }

    private Verdict failed(String code, String text, String english, Optional<Throwable> cause) {
        return new Verdict.Failed(Optional.of(ruleSet.name()), code, text, english, Findings.of(findings), cause);
    }
}
