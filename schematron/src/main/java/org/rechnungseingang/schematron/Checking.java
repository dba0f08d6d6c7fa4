package org.rechnungseingang.schematron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates the rules of one rule set on one tree. */
final class Checking {

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
                return broken().noRuleFired(name);
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
                places.terms(failed.text(), place),
                place.value());
    }

    private static Finding breakdown(String rules, String reason) {
        String text =
                "Die Regeln %s konnten nicht zu Ende ausgewertet werden (the rules could not be evaluated to their end): %s"
                        .formatted(rules, reason);
        return new Finding(
                "RULES-BROKE-DOWN", Level.ERROR, LegalClass.BUSINESS_RULE, text, "", List.of(), Optional.empty());
    }

    /** What there is to say if it does not come to its end. */
    Broken broken() {
        return new Broken(Optional.of(ruleSet.name()), Findings.of(findings));
    }
}
