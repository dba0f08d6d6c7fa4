package org.rechnungseingang.schematron;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which of the official rules, artefact by artefact, did not hold at least once. */
final class RulesFired {

    private final Catalogue catalogue = Catalogue.official();
    private final Map<String, Set<String>> rules = new TreeMap<>();
    private final Map<String, Set<String>> fired = new TreeMap<>();
    private final Map<String, Set<String>> never;

    RulesFired() {
        for (RuleSet set : catalogue.ruleSets()) {
            for (String file : set.rules()) {
                rules.computeIfAbsent(file, RulesFired::ids);
                fired.computeIfAbsent(file, any -> new TreeSet<>());
            }
        }
        never = NeverFired.read("never.txt");
    }

    /** Takes note of what was found in a small case, and of what the schema kept from firing. */
    void take(SmallCase small, Verdict verdict) {
        take(verdict);
        if (verdict instanceof Verdict.SchemaInvalid) {
            verdict.ruleSet()
                    .ifPresent(name -> files(name)
                            .forEach(file -> small.stopped().stream()
                                    .filter(rules.get(file)::contains)
                                    .forEach(never.computeIfAbsent(file, any -> new TreeSet<>())::add)));
        }
    }

    /** Takes note of what a rule set found. */
    void take(Verdict verdict) {
        verdict.ruleSet()
                .ifPresent(name -> files(name)
                        .forEach(file -> verdict.findings().stream()
                                .map(Finding::rule)
                                .filter(rules.get(file)::contains)
                                .forEach(fired.get(file)::add)));
    }

    private Set<String> files(RuleSetName name) {
        return catalogue.ruleSets().stream()
                .filter(set -> set.name().equals(name))
                .flatMap(set -> set.rules().stream())
                .collect(Collectors.toSet());
    }

    private String sets(String file) {
        return catalogue.ruleSets().stream()
                .filter(set -> set.rules().contains(file))
                .map(set -> set.name().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** How many rules of each artefact fired. */
    Map<String, Integer> counts() {
        return fired.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().size(), (a, b) -> a, TreeMap::new));
    }

    /** What did not fire, of the artefacts of which it is known why. */
    Map<String, Set<String>> silent() {
        return never.keySet().stream().collect(Collectors.toMap(file -> file, this::silent));
    }

    private Set<String> silent(String file) {
        Set<String> silent = new TreeSet<>(rules.getOrDefault(file, Set.of()));
        silent.removeAll(fired.getOrDefault(file, Set.of()));
        return silent;
    }

    /** What cannot fire by {@code never.txt} and by the small cases that were taken. */
    Map<String, Set<String>> never() {
        return never;
    }

    /** Rows of a table, and beneath it what never fired. */
    List<String> report(Map<String, Integer> before) {
        List<String> lines = new ArrayList<>();
        lines.add("| rules | number | fired in small cases and samples | and in the corpus | rule sets |");
        lines.add("|---|---|---|---|---|");
        rules.forEach((file, ids) -> lines.add("| %s | %d | %d | %d | %s |"
                .formatted(file, ids.size(), before.get(file), fired.get(file).size(), sets(file))));
        rules.keySet().forEach(file -> {
            Set<String> silent = silent(file);
            lines.add("");
            lines.add("Never in " + file + " (" + silent.size() + "): " + String.join(", ", silent));
        });
        return lines;
    }

    /** The ids that a stylesheet gives to what does not hold. */
    private static Set<String> ids(String file) {
        return Assertion.of(file).stream()
                .map(Assertion::id)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }
}
