package org.rechnungseingang.schematron.compiler;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which rule is for a node: asked by its name first, and then in the order of the rules. */
final class Cases {

    private final Map<String, StringBuilder> byName = new LinkedHashMap<>();
    private final StringBuilder others = new StringBuilder();

    /** There are rules for nodes of that name. All names must be known before the first rule is added. */
    void known(String name) {
        byName.putIfAbsent(name, new StringBuilder());
    }

    /** A rule for nodes of one name, or of any name. */
    void add(Optional<String> name, String test) {
        byName.forEach((known, tests) -> {
            if (name.isEmpty() || name.get().equals(known)) {
                tests.append(test);
            }
        });
        if (name.isEmpty()) {
            others.append(test);
        }
    }

    /** A method that tries the rules on the node {@code c}. */
    String method(String name) {
        StringBuilder method =
                new StringBuilder("    private void " + name + "(int c) {\n        switch (t.code(c)) {\n");
        byName.forEach((known, tests) -> method.append("            case ")
                .append(known)
                .append(" -> {\n")
                .append(tests)
                .append("            }\n"));
        return method.append("            default -> {\n")
                .append(others)
                .append("            }\n        }\n    }\n")
                .toString();
    }
}
