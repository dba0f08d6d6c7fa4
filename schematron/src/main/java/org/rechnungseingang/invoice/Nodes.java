package org.rechnungseingang.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Elements that a path leads to, in the order of the document. */
final class Nodes {

    private final List<Node> list;

    Nodes(List<Node> list) {
        this.list = list;
    }

    /** These and then those. */
    Nodes and(Nodes others) {
        if (list.isEmpty() || others.list.isEmpty()) {
            return list.isEmpty() ? others : this;
        }
        List<Node> both = new ArrayList<>(list);
        both.addAll(others.list);
        return new Nodes(both);
    }

    /** Those of which it is true. */
    Nodes where(Predicate<Node> condition) {
        if (list.isEmpty()) {
            return this;
        }
        List<Node> some = new ArrayList<>(list.size());
        for (Node node : list) {
            if (condition.test(node)) {
                some.add(node);
            }
        }
        return new Nodes(some);
    }

    /** The first, or an empty element. */
    Node first() {
        return list.isEmpty() ? Node.NONE : list.get(0);
    }

    /** What the mapping makes of the first of which it makes something. */
    <T> Optional<T> firstOf(Function<Node, Optional<T>> mapping) {
        for (Node node : list) {
            Optional<T> value = mapping.apply(node);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** Each as a part of the invoice. */
    <T> List<T> as(Function<Node, T> mapping) {
        return asFar(node -> Optional.of(mapping.apply(node)));
    }

    /** The same as far as the mapping makes something of them. */
    <T> List<T> asFar(Function<Node, Optional<T>> mapping) {
        if (list.isEmpty()) {
            return List.of();
        }
        List<T> parts = new ArrayList<>(list.size());
        for (Node node : list) {
            mapping.apply(node).ifPresent(parts::add);
        }
        return List.copyOf(parts);
    }

    List<Node> list() {
        return list;
    }
}
