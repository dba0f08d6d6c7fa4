package org.rechnungseingang.schematron;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rules are in force for which document; data, not code.
 *
 * @param imports places of schemas that others import by their namespace alone
 * @param documents what official rules may read beside the invoice
 * @param content rules about what § 14(4) UStG asks an invoice to say
 */
record Catalogue(
        List<RuleSet> ruleSets,
        List<Gate> gates,
        List<Gate> unknown,
        Map<String, String> imports,
        Set<String> documents,
        List<String> content) {

    /** The catalogue that comes with this version. */
    static Catalogue official() {
        return CatalogueReader.read("/org/rechnungseingang/schematron/catalogue.xml");
    }

    /** The profile ids (BT-24) of all rule sets. */
    Set<String> profiles() {
        return ruleSets.stream().flatMap(set -> set.profile().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The rule set in force for such a document on that day. */
    Optional<RuleSet> ruleSet(Identity identity, LocalDate on) {
        return ruleSets.stream()
                .filter(set -> set.fits(identity) && set.inForce(on))
                .findFirst();
    }

    /** The rule set of that name in force on that day. */
    Optional<RuleSet> ruleSet(String name, LocalDate on) {
        return ruleSets.stream()
                .filter(set -> set.name().name().equals(name) && set.inForce(on))
                .findFirst();
    }

    /** The next version of such a rule set in the same syntax that comes into force after that day. */
    Optional<RuleSet> next(RuleSetName current, LocalDate on) {
        return ruleSets.stream()
                .filter(set -> set.name().equals(current))
                .findFirst()
                .flatMap(known -> ruleSets.stream()
                        .filter(set -> set.name().name().equals(current.name()))
                        .filter(set -> set.syntax().isLike(known.syntax()))
                        .filter(set -> set.from().isAfter(on) && set.from().isAfter(known.from()))
                        .min(Comparator.comparing(RuleSet::from)));
    }

    /** What to say of a document that no rule set fits. */
    Verdict withoutRuleSet(Identity identity) {
        boolean invoice = ruleSets.stream()
                .anyMatch(set -> set.profile().isPresent() && set.syntax().fits(identity));
        Optional<Gate> gate = gates.stream()
                .filter(candidate -> candidate.fits(identity))
                .filter(candidate -> !invoice || !candidate.profiles().isEmpty())
                .findFirst();
        return gate.<Verdict>map(Gate::refused)
                .orElseGet(() -> unknown.stream()
                        .filter(candidate -> candidate.fits(identity))
                        .findFirst()
                        .orElseThrow()
                        .noRuleSet(identity));
    }

    LegalClass legalClass(String rule, Level level) {
        boolean statutory = level.blocks() && content.stream().anyMatch(known -> Gate.matches(known, rule));
        return statutory ? LegalClass.CONTENT : LegalClass.BUSINESS_RULE;
    }
}
