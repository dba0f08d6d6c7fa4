package org.rechnungseingang.schematron.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rechnungseingang.schematron.Outcome;

/** Counts over several files. */
final class Tally {

    private static final int FREQUENT = 5;

    /** How often a rule failed, and in how many files. */
    record Frequency(String rule, int findings, int files) {

        private Frequency and(Frequency other) {
            return new Frequency(rule, findings + other.findings, files + other.files);
        }
    }

    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Frequency> rules = new TreeMap<>();
    private int files;

    void add(Account account) {
        files++;
        outcomes.merge(account.outcome(), 1, Integer::sum);
        Map<String, Frequency> ofFile = new TreeMap<>();
        account.groups().stream()
                .flatMap(group -> group.remarks().stream())
                .forEach(remark -> ofFile.merge(
                        remark.rule(),
                        new Frequency(remark.rule(), remark.count(), 1),
                        (a, b) -> new Frequency(a.rule(), a.findings() + b.findings(), 1)));
        ofFile.forEach((rule, frequency) -> rules.merge(rule, frequency, Frequency::and));
    }

    int files() {
        return files;
    }

    /** {@code 7 Dateien: 5 angenommen, 2 abgelehnt}. */
    String outcomes(Language language) {
        List<String> parts = new ArrayList<>();
        outcomes.forEach((outcome, count) -> parts.add(count + " " + language.of(Phrase.of(outcome))));
        String all = files == 1 ? language.of(Phrase.ONE_FILE) : language.of(Phrase.FILES, files);
        return all + ": " + parts.stream().collect(Collectors.joining(", "));
    }

    /** The rules that failed most often. */
    List<Frequency> frequent() {
        return rules.values().stream()
                .sorted(Comparator.comparingInt(Frequency::findings).reversed())
                .limit(FREQUENT)
                .toList();
    }
}
