package org.rechnungseingang.schematron.compiler;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The members of one class that is being written: methods and constants, each once. */
final class ClassCode {

    private record Constant(String type, String value) {}

    private final StringBuilder members = new StringBuilder();
    private final Map<Constant, String> constants = new LinkedHashMap<>();
    private final Map<String, String> methods = new LinkedHashMap<>();
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private String prefix = "global";

    /** What the names of the methods begin with that follow. */
    void about(String what) {
        prefix = javaName(what);
    }

    static String javaName(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
    }

    /** A name that begins like this and that no other member has. */
    String uniqueName(String start) {
        int number = names.merge(start, 1, Integer::sum);
        return number == 1 ? start : start + "_" + number;
    }

    /** A constant; the same one for the same value. */
    String constant(String type, String start, String value) {
        return constants.computeIfAbsent(new Constant(type, value), constant -> uniqueName(start));
    }

    /** Java that calls a method with this body; there is one method for all that are the same. */
    String call(String type, Scope scope, Consumer<JavaWriter> body) {
        JavaWriter writer = new JavaWriter();
        body.accept(writer);
        String rest = "(" + scope.inMethod().parameters() + ") {\n" + writer + "    }\n";
        String key = type + rest;
        String name = methods.get(key);
        if (name == null) {
            name = uniqueName(prefix);
            methods.put(key, name);
            members.append("\n    private ")
                    .append(type)
                    .append(' ')
                    .append(name)
                    .append(rest);
        }
        return name + "(" + scope.arguments() + ")";
    }

    /** A member as it is. */
    void member(String code) {
        members.append('\n').append(code);
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        constants.forEach((constant, name) -> all.append("    private static final ")
                .append(constant.type + " " + name + " = " + constant.value)
                .append(";\n"));
        return all.append(members).toString();
    }
}
