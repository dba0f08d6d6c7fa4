package org.rechnungseingang.schematron;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which business terms stand where in an invoice, from {@code terms.txt}. A place is written without numbers and with the
 * known prefixes, {@code /ubl:Invoice/cac:AllowanceCharge=false/cbc:Amount}; the kind of an element stands behind its name.
 */
final class Terms {

    private static final Pattern KIND = Pattern.compile("=[^/]*");

    private static final Terms OFFICIAL = new Terms("/org/rechnungseingang/schematron/terms.txt");

    private final Map<String, String> same = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, List<String>> terms = new HashMap<>();

    private Terms(String resource) {
        String text = new String(RuleFiles.bytesAt(resource), StandardCharsets.UTF_8);
        String place = "";
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                place = line.substring(1, line.length() - 1);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                take(place, List.of(line.split(" +")));
            }
        }
    }

    static Terms official() {
        return OFFICIAL;
    }

    private void take(String place, List<String> words) {
        String first = words.get(0);
        switch (first) {
            case "same" -> same.put(words.get(1), words.get(2));
            case "kind" -> kinds.put(words.get(1), words.get(2));
            case "." -> terms.put(place, words.subList(1, words.size()));
            default -> terms.put(place + "/" + first, words.subList(1, words.size()));
        }
    }

    /** The name under which an element stands in the table. */
    String name(String element) {
        return same.getOrDefault(element, element);
    }

    /** What beneath an element of that name tells its kinds apart: a child, or an attribute of it behind an at sign. */
    Optional<String> kind(String element) {
        return Optional.ofNullable(kinds.get(element));
    }

    /** The terms of that place, or of the nearest around it; none for what belongs to no term. */
    List<String> at(String place) {
        for (String around = place; !around.isEmpty(); around = around.substring(0, around.lastIndexOf('/'))) {
            List<String> found = of(around);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** What holds for the kind, or else for all kinds. */
    private List<String> of(String place) {
        return terms.getOrDefault(place, terms.getOrDefault(KIND.matcher(place).replaceAll(""), List.of()));
    }

    /** All terms of the table. */
    List<String> all() {
        return terms.values().stream().flatMap(List::stream).distinct().toList();
    }
}
