package org.rechnungseingang.schematron;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which official rules were seen failing by both engines, stylesheet by stylesheet. Thread-safe. */
final class RulesSeen implements BothEngines.Listener {

    private final Map<String, List<Assertion>> assertions = new LinkedHashMap<>();
    private final Map<String, Set<String>> seen = new LinkedHashMap<>();

    RulesSeen() {
        BothEngines.stylesheets().forEach(stylesheet -> {
            assertions.put(stylesheet, Assertion.of(stylesheet));
            seen.put(stylesheet, ConcurrentHashMap.newKeySet());
        });
    }

    @Override
    public void agreed(String stylesheet, String name, String place) {
        seen.get(stylesheet).add(name);
        seen.get(stylesheet).add(name + " at " + Assertion.path(place));
    }

    /** What was not seen failing. */
    Map<String, Set<String>> unseen() {
        return byStylesheet(stylesheet -> {
            Set<String> unseen = names(stylesheet);
            unseen.removeAll(seen.get(stylesheet));
            return unseen;
        });
    }

    private <T> Map<String, T> byStylesheet(Function<String, T> value) {
        Map<String, T> values = new LinkedHashMap<>();
        assertions.keySet().forEach(stylesheet -> values.put(stylesheet, value.apply(stylesheet)));
        return values;
    }

    /** The names of all rules; those that have the same name are told apart by their places. */
    private Set<String> names(String stylesheet) {
        List<Assertion> all = assertions.get(stylesheet);
        Map<String, Long> times = all.stream().collect(Collectors.groupingBy(Assertion::name, Collectors.counting()));
        return all.stream()
                .map(each -> times.get(each.name()) == 1 || each.context().isEmpty()
                        ? each.name()
                        : each.name() + " at " + each.context())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Rows of a table, and beneath it what was not seen, with the reasons as far as they are known. */
    List<String> report(Map<String, Map<String, String>> reasons) {
        List<String> lines = new ArrayList<>();
        lines.add("| rules | assertions | translated | left to Saxon | by name and place | seen failing | cannot fail |"
                + " of these true() |");
        lines.add("|---|---|---|---|---|---|---|---|");
        Map<String, Set<String>> unseen = unseen();
        unseen.forEach((stylesheet, names) -> lines.add(row(stylesheet, names)));
        unseen.forEach((stylesheet, names) -> {
            lines.add("");
            lines.add("Not seen in " + stylesheet + ": " + names.size());
            names.forEach(name -> lines.add("- " + name + ": "
                    + reasons.getOrDefault(stylesheet, Map.of()).getOrDefault(name, "nobody knows why")));
        });
        return lines;
    }

    private String row(String stylesheet, Set<String> unseen) {
        int all = assertions.get(stylesheet).size();
        int translated = BothEngines.isTranslated(stylesheet) ? all : 0;
        int names = names(stylesheet).size();
        long constant = assertions.get(stylesheet).stream()
                .filter(each -> each.isConstant() && unseen.contains(each.name()))
                .count();
        return "| %s | %d | %d | %d | %d | %d | %d | %d |"
                .formatted(
                        stylesheet,
                        all,
                        translated,
                        all - translated,
                        names,
                        names - unseen.size(),
                        unseen.size(),
                        constant);
    }
}
