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

    /** A method that tries the rules on the node {@code c}, and one for each name. */
    String methods(String name) {
        StringBuilder methods = new StringBuilder(method(name + "_others", others));
        StringBuilder cases = new StringBuilder();
        byName.forEach((known, tests) -> {
            String method = name + "_" + known.substring(known.indexOf('.') + 1);
            methods.append('\n').append(method(method, tests));
            cases.append("            case %s -> %s(c);\n".formatted(known, method));
        });
        cases.append("            default -> %s_others(c);\n".formatted(name));
        String choice = "        switch (t.code(c)) {\n" + cases + "        }\n";
        return methods + "\n" + method(name, choice);
    }

    /** The statement that calls that method for all elements it may have rules for. */
    String loop(String name) {
        String loop = "        for (int node = Tree.DOCUMENT; node < t.size(); node++) {\n";
        if (others.isEmpty() && byName.size() == 1) {
            String only = byName.keySet().iterator().next();
            loop = """
                            for (int node = t.descendant(Tree.DOCUMENT, %s); \
                    node >= 0; node = t.nextDescendant(node, Tree.DOCUMENT)) {
                    """.formatted(only);
        }
        return loop + "            " + name + "(node);\n        }\n";
    }

    private static String method(String name, CharSequence body) {
        return "    private void " + name + "(int c) {\n" + body + "    }\n";
    }
}
