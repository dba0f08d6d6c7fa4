package org.rechnungseingang.schematron;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The official rules that no document can make fire, artefact by artefact, from {@code cases/never.txt}; it says why. */
final class NeverFired {

    private final Map<String, Set<String>> rules = new TreeMap<>();
    private List<String> files = List.of();

    private NeverFired() {}

    static Map<String, Set<String>> read() {
        NeverFired never = new NeverFired();
        new String(RuleFiles.bytesAt("/org/rechnungseingang/schematron/cases/never.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> never.take(List.of(line.split(" +"))));
        return never.rules;
    }

    private void take(List<String> words) {
        List<String> rest = words.subList(1, words.size());
        switch (words.get(0)) {
            case "file" -> files = rest;
            case "never" -> files.forEach(file -> rules.get(file).addAll(rest));
            default -> throw new IllegalArgumentException(words.toString());
        }
        files.forEach(file -> rules.computeIfAbsent(file, any -> new TreeSet<>()));
    }
}
