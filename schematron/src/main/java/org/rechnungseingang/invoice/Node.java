package org.rechnungseingang.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An element of the light tree the readers work on: just names, attributes, text and children. */
final class Node {

    /** The element that a document does not have. */
    static final Node NONE = new Node("", new String[0], 0, Texts.none());

    private final String name;
    private final int nameLength;
    private final String[] attributes;
    private final int line;
    private final Texts texts;
    private final int start;
    private int end;
    private @Nullable Node firstChild;
    private @Nullable Node lastChild;
    private @Nullable Node next;
    private @Nullable String text;

    /**
     * @param name with its fixed prefix, see {@link Names}
     * @param attributes name, value, name, value …
     * @param texts where the element's own will stand from here to its end
     */
    Node(String name, String[] attributes, int line, Texts texts) {
        this.name = name;
        this.nameLength = name.length();
        this.attributes = attributes;
        this.line = line;
        this.texts = texts;
        this.start = texts.end();
        this.end = start;
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
        String known = text;
        if (known == null) {
            known = firstChild == null ? texts.between(start, end) : textBesideChildren();
            text = known;
        }
        return known;
    }

    private String textBesideChildren() {
        StringBuilder pieces = new StringBuilder();
        int from = start;
        for (Node child = firstChild; child != null; child = child.next) {
            pieces.append(texts.between(from, child.start));
            from = child.end;
        }
        return pieces.append(texts.between(from, end)).toString();
    }

    /** All text in and below the element, for people who must see what was sent. */
    String allText() {
        List<String> parts = new ArrayList<>();
        addTexts(parts);
        return String.join(" ", parts);
    }

    private void addTexts(List<String> parts) {
        String own = text().strip();
        if (!own.isEmpty()) {
            parts.add(own);
        }
        for (Node child = firstChild; child != null; child = child.next) {
            child.addTexts(parts);
        }
    }

    /** The attribute without a namespace; an empty one counts as missing. */
    Optional<String> attribute(String attribute) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals(attribute)) {
                return unlessEmpty(attributes[i + 1].strip());
            }
        }
        return Optional.empty();
    }

    /** The first element at the end of the path, for example {@code cac:Party/cac:Contact/cbc:Name}. */
    Optional<Node> first(String path) {
        return at(path).as(Function.identity());
    }

    /** The first element at the end of the path, or an empty element, so that a mapping need not ask at each step. */
    Node at(String path) {
        return at(path, 0);
    }

    private Node at(String path, int step) {
        int end = endOfStep(path, step);
        for (Node child = firstChild; child != null; child = child.next) {
            if (child.isNamed(path, step, end)) {
                Node found = end == path.length() ? child : child.at(path, end + 1);
                if (found.exists()) {
                    return found;
                }
            }
        }
        return NONE;
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
    Nodes all(String path) {
        List<Node> found = new ArrayList<>();
        addAll(path, 0, found);
        return new Nodes(found);
    }

    private void addAll(String path, int step, List<Node> found) {
        int end = endOfStep(path, step);
        for (Node child = firstChild; child != null; child = child.next) {
            if (!child.isNamed(path, step, end)) {
                continue;
            }
            if (end == path.length()) {
                found.add(child);
            } else {
                child.addAll(path, end + 1, found);
            }
        }
    }

    /** Whether that part of the path is its name; a whole path is compared faster than a part. */
    private boolean isNamed(String path, int from, int to) {
        return nameLength == to - from
                && (from == 0 && to == path.length() ? path.equals(name) : path.startsWith(name, from));
    }

    private static int endOfStep(String path, int step) {
        int slash = path.indexOf('/', step);
        return slash < 0 ? path.length() : slash;
    }

    /** The text without blanks around it; an empty element counts as missing. */
    Optional<String> value() {
        return unlessEmpty(text().strip());
    }

    /** The text at the end of the path without blanks around it; an empty element counts as missing. */
    Optional<String> value(String path) {
        return at(path).value();
    }

    private static Optional<String> unlessEmpty(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    void add(Node child) {
        if (lastChild == null) {
            firstChild = child;
        } else {
            lastChild.next = child;
        }
        lastChild = child;
    }

    /** No more of the texts belong to it. */
    void end() {
        end = texts.end();
    }
}
