package org.rechnungseingang.schematron;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A rule set that the validator knows, for people who choose one.
 *
 * @param name its name and version
 * @param title what it is called in words
 * @param from the first day on which it is in force
 * @param to the last day, if that is known
 * @param byName whether it is used only when it is asked for by name
 */
public record KnownRuleSet(RuleSetName name, String title, LocalDate from, Optional<LocalDate> to, boolean byName) {

    static KnownRuleSet of(RuleSet ruleSet) {
        return new KnownRuleSet(
                ruleSet.name(),
                ruleSet.title(),
                ruleSet.from(),
                ruleSet.to(),
                ruleSet.profile().isEmpty());
    }
}
