package org.rechnungseingang.schematron;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Official rules that no document can make fire, artefact by artefact, from a resource that says why. */
final class NeverFired {

    private final Map<String, Map<String, String>> rules = new TreeMap<>();
    private List<String> files = List.of();
    private String reason = "";

    private NeverFired() {}

    static Map<String, Set<String>> read(String resource) {
        return reasons(resource).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new TreeSet<>(entry.getValue().keySet()),
                        (a, b) -> a,
                        TreeMap::new));
    }

    /** The same with what the line above each says. */
    static Map<String, Map<String, String>> reasons(String resource) {
        NeverFired never = new NeverFired();
        new String(RuleFiles.bytesAt("/org/rechnungseingang/schematron/cases/" + resource), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> never.take(List.of(line.split(" +"))));
        return never.rules;
    }

    private void take(List<String> words) {
        List<String> rest = words.subList(1, words.size());
        switch (words.get(0)) {
            case "#" -> reason = String.join(" ", rest);
            case "file" -> files = rest;
            case "never" -> rest.forEach(this::add);
            case "at" -> rest.stream().skip(1).forEach(name -> add(name + " at " + rest.get(0)));
            default -> throw new IllegalArgumentException(words.toString());
        }
        files.forEach(file -> rules.computeIfAbsent(file, any -> new TreeMap<>()));
    }

    private void add(String name) {
        files.forEach(file -> rules.get(file).put(name, reason));
    }
}
