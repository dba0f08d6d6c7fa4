package org.rechnungseingang.schematron;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What was found, in document order within each rule set. Immutable. */
public final class Findings implements Iterable<Finding> {

    /** Nothing was found. */
    public static final Findings NONE = new Findings(List.of());

    private final List<Finding> list;

    private Findings(List<Finding> list) {
        this.list = list;
    }

    public static Findings of(Finding... findings) {
        return of(List.of(findings));
    }

    public static Findings of(List<Finding> findings) {
        return findings.isEmpty() ? NONE : new Findings(List.copyOf(findings));
    }

    /** These findings and then those. */
    public Findings and(Findings others) {
        if (isEmpty()) {
            return others;
        }
        if (others.isEmpty()) {
            return this;
        }
        List<Finding> both = new ArrayList<>(list);
        both.addAll(others.list);
        return new Findings(List.copyOf(both));
    }

    public int size() {
        return list.size();
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** Whether one of them stands against accepting the invoice. */
    public boolean block() {
        return list.stream().anyMatch(finding -> finding.level().blocks());
    }

    public Stream<Finding> stream() {
        return list.stream();
    }

    public List<Finding> list() {
        return list;
    }

    @Override
    public Iterator<Finding> iterator() {
        return list.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Findings findings && list.equals(findings.list);
    }

    @Override
    public int hashCode() {
        return list.hashCode();
    }

    @Override
    public String toString() {
        return list.toString();
    }
}
