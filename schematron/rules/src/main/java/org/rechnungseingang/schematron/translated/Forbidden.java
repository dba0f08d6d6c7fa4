package org.rechnungseingang.schematron.translated;

import java.util.stream.IntStream;

/**
 * Rules that say no more than that a path must not be there, one after the other. In EN 16931 they are half of all; as a
 * table there is that much less for the JVM to compile.
 */
public final class Forbidden {

    private record Rule(String name, String flag, String text) {}

    private final Rule[] rules;
    /** The codes of all paths, one behind the other. */
    private final int[] codes;
    /** Where each path begins, and where the last one ends. */
    private final int[] starts;

    private Forbidden(Rule[] rules, int[] codes, int[] starts) {
        this.rules = rules;
        this.codes = codes;
        this.starts = starts;
    }

    /** Lines of rule, flag, path and text; the path is of names with their codes behind the last underscore. */
    public static Forbidden of(String lines) {
        String[][] table = lines.lines().map(line -> line.split("\t", -1)).toArray(String[][]::new);
        Rule[] rules = new Rule[table.length];
        int[] starts = new int[table.length + 1];
        IntStream.Builder codes = IntStream.builder();
        for (int i = 0; i < table.length; i++) {
            rules[i] = new Rule(table[i][0], table[i][1], table[i][3]);
            String[] path = table[i][2].split("/");
            for (String name : path) {
                codes.add(NameCodes.code(name));
            }
            starts[i + 1] = starts[i] + path.length;
        }
        return new Forbidden(rules, codes.build().toArray(), starts);
    }

    void report(Tree tree, int node, Report report) {
        for (int i = 0; i < rules.length; i++) {
            if (tree.has(node, codes, starts[i], starts[i + 1])) {
                report.failed(node, rules[i].name, rules[i].flag, rules[i].text);
            }
        }
    }
}
