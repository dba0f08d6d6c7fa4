package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Official rules as Java, for one document: what the classes have in common that are translated from them. */
public abstract class TranslatedRules {

    /** The document. */
    protected final Tree t;

    private final Report report;
    private List<String> lastTokens = List.of();
    private @Nullable Regex lastSeparator;
    private @Nullable String lastText;

    protected TranslatedRules(Tree tree, Report report) {
        this.t = tree;
        this.report = report;
    }

    /**
     * Evaluates all rules.
     *
     * @throws Doubtful if they do not decide it themselves
     */
    public abstract void evaluate();

    /** Evaluates a pattern on all nodes, with those of attributes, in document order. */
    protected final void eachWithAttributes(IntConsumer pattern) {
        for (int node = Tree.DOCUMENT; node < t.size(); node++) {
            pattern.accept(node);
            for (int attribute = t.attribute(node); attribute >= 0; attribute = t.nextAttribute(attribute)) {
                pattern.accept(attribute);
            }
        }
    }

    protected final void fired() {
        report.fired();
    }

    protected final void failed(int node, String rule, String flag, String text) {
        report.failed(node, rule, flag, text);
    }

    /** Tells of the paths from the node on that are there and must not be. */
    protected final void forbid(int node, Forbidden paths) {
        paths.report(t, node, report);
    }

    /** What is thrown for several items where one is allowed. */
    protected static Doubtful several() {
        return new Doubtful("several items where one is allowed");
    }

    protected static <T> @Nullable T one(List<T> items) {
        if (items.size() > 1) {
            throw several();
        }
        return items.isEmpty() ? null : items.get(0);
    }

    protected static int oneNode(int[] nodes) {
        if (nodes.length > 1) {
            throw several();
        }
        return nodes.length == 0 ? Tree.NONE : nodes[0];
    }

    protected static int requiredNode(int node) {
        if (node < 0) {
            throw new Doubtful("no item where one is required");
        }
        return node;
    }

    protected static <T> T required(@Nullable T item) {
        if (item == null) {
            throw new Doubtful("no item where one is required");
        }
        return item;
    }

    /** The parts of the text between what matches; a rule may ask for those of one text again and again. */
    @SuppressWarnings("ReferenceEquality")
    protected final List<String> tokens(Regex separator, @Nullable String text) {
        if (text != lastText || separator != lastSeparator) {
            lastTokens = separator.tokenize(text);
            lastText = text;
            lastSeparator = separator;
        }
        return lastTokens;
    }

    protected static boolean isAmong(int node, int[] sorted) {
        return Arrays.binarySearch(sorted, node) >= 0;
    }

    protected static int size(int[] nodes) {
        return nodes.length;
    }

    protected static int size(List<?> items) {
        return items.size();
    }

    /** The index of the item at that position of so many; below 0 if there is none. */
    protected static int place(@Nullable BigDecimal position, int size) {
        if (position == null) {
            throw new Doubtful("no position");
        }
        if (position.stripTrailingZeros().scale() > 0
                || position.signum() <= 0
                || position.compareTo(BigDecimal.valueOf(size)) > 0) {
            return -1;
        }
        return position.intValueExact() - 1;
    }

    protected static <T> List<T> reversed(List<T> items) {
        List<T> reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        return reversed;
    }

    protected static boolean isIn(@Nullable String value, Set<String> values) {
        return value != null && values.contains(value);
    }

    /** The lines of a text. */
    protected static Set<String> lines(String text) {
        return Set.copyOf(Arrays.asList(text.split("\n")));
    }

    protected static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The whole numbers from the one to the other. */
    protected static List<BigDecimal> range(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        List<BigDecimal> range = new ArrayList<>();
        if (from != null && to != null) {
            for (long number = from.longValueExact(); number <= to.longValueExact(); number++) {
                range.add(Numbers.integer(number));
            }
        }
        return range;
    }
}
