package org.rechnungseingang.schematron;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of the catalogue: which rules hold for which documents from when to when.
 *
 * @param profile the profile id (BT-24) to the character; empty for a set that is chosen by name only
 * @param from the first day on which it is in force
 * @param to the last day, if that is known
 * @param rules names of the stylesheets, in the order of evaluation
 * @param flags levels that stand for a flag of the rules
 * @param levels levels that stand for a rule's own
 */
record RuleSet(
        RuleSetName name,
        String title,
        Syntax syntax,
        Optional<String> profile,
        LocalDate from,
        Optional<LocalDate> to,
        List<String> rules,
        Map<Level, Level> flags,
        Map<String, Level> levels) {

    boolean fits(Identity identity) {
        return profile.filter(identity.profile()::equals).isPresent() && syntax.fits(identity);
    }

    boolean inForce(LocalDate on) {
        return !on.isBefore(from) && !to.filter(on::isAfter).isPresent();
    }

    /** The effective level of a rule whose official flag is that one. */
    Level effective(String rule, Level flag) {
        Level level = flags.getOrDefault(flag, flag);
        return levels.getOrDefault(rule, level);
    }
}
