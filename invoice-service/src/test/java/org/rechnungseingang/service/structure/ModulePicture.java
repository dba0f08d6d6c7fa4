package org.rechnungseingang.service.structure;

import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The modules as a Mermaid picture: an arrow leads to the module that is known. What follows from other arrows is left
 * out, else nobody could read it.
 */
final class ModulePicture {

    private final SortedMap<String, SortedSet<String>> known = new TreeMap<>();

    private ModulePicture(ApplicationModules modules) {
        for (ApplicationModule module : modules) {
            SortedSet<String> targets = new TreeSet<>();
            module.getDirectDependencies(modules).uniqueModules().forEach(target -> targets.add(name(target)));
            known.put(name(module), targets);
        }
    }

    static String of(ApplicationModules modules) {
        ModulePicture picture = new ModulePicture(modules);
        StringBuilder mermaid = new StringBuilder("```mermaid\nflowchart RL\n");
        picture.known.forEach((module, targets) -> targets.stream()
                .filter(target -> !picture.reachesOtherwise(module, target))
                .forEach(target -> mermaid.append("    %s --> %s%n".formatted(module, target))));
        return mermaid.append("```\n").toString();
    }

    private boolean reachesOtherwise(String from, String to) {
        return known.getOrDefault(from, new TreeSet<>()).stream()
                .filter(step -> !step.equals(to))
                .anyMatch(step -> reaches(step, to, new TreeSet<>()));
    }

    private boolean reaches(String from, String to, Set<String> seen) {
        if (from.equals(to)) {
            return true;
        }
        return seen.add(from)
                && known.getOrDefault(from, new TreeSet<>()).stream().anyMatch(step -> reaches(step, to, seen));
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
