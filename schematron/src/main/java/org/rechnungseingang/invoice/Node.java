package org.rechnungseingang.invoice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An element of the light tree the readers work on: just names, attributes, text and children. */
final class Node {

    /** The element that a document does not have. */
    static final Node NONE = new Node("", Map.of(), 0);

    private final String name;
    private final Map<String, String> attributes;
    private final int line;
    private List<Node> children = Collections.emptyList();
    private String text = "";

    Node(String name, Map<String, String> attributes, int line) {
        this.name = name;
        this.attributes = attributes;
        this.line = line;
    }

    /** The name with its fixed prefix, see {@link Names}. */
    String name() {
        return name;
    }

    /** The line of the document, from 1. */
    int line() {
        return line;
    }

    /** The text right inside the element, unchanged. */
    String text() {
        return text;
    }

    /** All text in and below the element, for people who must see what was sent. */
    String allText() {
        return Stream.concat(Stream.of(text), children.stream().map(Node::allText))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The attribute without a namespace; an empty one counts as missing. */
    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(String::strip).filter(s -> !s.isEmpty());
    }

    /** The first element at the end of the path, for example {@code cac:Party/cac:Contact/cbc:Name}. */
    Optional<Node> first(String path) {
        return all(path).findFirst();
    }

    /** The first element at the end of the path, or an empty element, so that a mapping need not ask at each step. */
    Node at(String path) {
        return first(path).orElse(NONE);
    }

    /** True for an element that the document has. */
    boolean exists() {
        return this != NONE;
    }

    /** The element as a part of the invoice: nothing if the document has no such element. */
    <T> Optional<T> as(Function<Node, T> mapping) {
        return exists() ? Optional.of(mapping.apply(this)) : Optional.empty();
    }

    /** All elements at the end of the path, in the order of the document. */
    Stream<Node> all(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return children.stream().filter(child -> child.name.equals(path));
        }
        String step = path.substring(0, slash);
        String rest = path.substring(slash + 1);
        return children.stream().filter(child -> child.name.equals(step)).flatMap(child -> child.all(rest));
    }

    /** The text at the end of the path without blanks around it; an empty element counts as missing. */
    Optional<String> value(String path) {
        return first(path).map(node -> node.text.strip()).filter(value -> !value.isEmpty());
    }

    void add(Node child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    void end(String content) {
        text = content;
    }
}
