package org.rechnungseingang.schematron;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.tree.tiny.TinyTree;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.schematron.translated.Tree;

/** Finds the places of one document by the numbers that rules tell. Rules go in document order, and so does this. */
final class Places {

    /** As {@code place.xsl} writes it: the number in Saxon's tree, and perhaps an attribute. */
    private static final Pattern NUMBER = Pattern.compile("(d[0-9]+[a-z]([0-9]+))(?:/(.+))?");

    /** What the number of a node in the arrays begins with. */
    private static final char ARRAY = '#';

    /** Codes and truth values; whatever else a document has there is no kind. */
    private static final Pattern KIND = Pattern.compile("[A-Za-z0-9]{1,8}");

    private static final Terms TERMS = Terms.official();

    private static final Pattern TERM = Pattern.compile("\\bB[TG]-(?:DEX-|X-)?[0-9]+(?:-[0-9]+)?\\b");

    /** Elements of one name under one parent: whether there are several, and the last one asked for. */
    private final class Series {
        private final int first;
        private final boolean several;
        private int last;
        private int position = 1;

        Series(int first) {
            this.first = first;
            this.several = nextAlike(first) >= 0;
            this.last = first;
        }

        int positionOf(int element) {
            if (element < last) {
                last = first;
                position = 1;
            }
            while (element != last) {
                last = nextAlike(last);
                position++;
            }
            return position;
        }
    }

    private record Key(int parent, String namespace, String name) {}

    private final Trees trees;
    private final Tree tree;
    private final Map<Key, Series> series = new HashMap<>();
    /** Asked for once an element, however many findings stand beneath it. */
    private final Map<Integer, String> kinds = new HashMap<>();

    /** Of groups: tens of thousands of findings may stand in one. */
    private final Map<Integer, String> keys = new HashMap<>();

    private final Map<Integer, String> paths = new HashMap<>();
    /** The terms that the texts of rules speak of, which come again and again. */
    private final Map<String, List<String>> named = new HashMap<>();

    Places(Trees trees) {
        this.trees = trees;
        this.tree = trees.arrays();
    }

    /** How the number of a node in the arrays is told. */
    static String location(int node) {
        return ARRAY + Integer.toString(node);
    }

    /** The place that is told like this; {@link Place#NONE} for what is none of this document. */
    Place of(String location) {
        if (!location.isEmpty() && location.charAt(0) == ARRAY) {
            return of(Integer.parseInt(location.substring(1)));
        }
        Matcher matcher = NUMBER.matcher(location);
        return matcher.matches() ? ofSaxon(matcher) : Place.NONE;
    }

    /** What the text of a rule speaks of; what the place is, where it speaks of nothing. */
    List<String> terms(String text, Place place) {
        List<String> terms = named.computeIfAbsent(text, Places::termsIn);
        return terms.isEmpty() ? TERMS.at(place.key()) : terms;
    }

    private static List<String> termsIn(String text) {
        return List.copyOf(
                TERM.matcher(text).results().map(MatchResult::group).distinct().toList());
    }

    private Place ofSaxon(Matcher matcher) {
        TinyTree saxon = (TinyTree) trees.saxon().getUnderlyingNode().getTreeInfo();
        int number = Integer.parseInt(matcher.group(2));
        NodeInfo node = saxon.getNode(number);
        StringBuilder own = new StringBuilder();
        node.generateId(own);
        if (!own.toString().equals(matcher.group(1))) {
            return Place.NONE;
        }
        int element = trees.element(number);
        @Nullable String attribute = matcher.group(3);
        if (element < 0 || attribute == null) {
            return of(element);
        }
        return of(attribute(element, attribute));
    }

    private int attribute(int element, String name) {
        int attribute = tree.attribute(element);
        while (attribute >= 0 && !tree.name(attribute).equals(name)) {
            attribute = tree.nextAttribute(attribute);
        }
        return attribute;
    }

    private Place of(int node) {
        if (tree.isAttribute(node)) {
            int element = tree.parent(node);
            String step = "/@" + tree.name(node);
            return new Place(path(element) + step, key(element) + step, Optional.of(Finding.shorten(tree.value(node))));
        }
        return tree.isElement(node) ? new Place(path(node), key(node), value(node)) : Place.NONE;
    }

    private String key(int element) {
        if (!tree.isElement(element)) {
            return "";
        }
        String name = TERMS.name(name(element));
        String kind = TERMS.kind(name)
                .map(telling -> kinds.computeIfAbsent(element, any -> kind(element, telling)))
                .orElse("");
        return keyAround(tree.parent(element)) + "/" + name
                + (KIND.matcher(kind).matches() ? "=" + kind : "");
    }

    private String keyAround(int group) {
        @Nullable String known = keys.get(group);
        if (known == null) {
            known = key(group);
            keys.put(group, known);
        }
        return known;
    }

    /** The text of the child that tells the kind, or of its attribute; empty if it is not there. */
    private String kind(int element, String telling) {
        String[] parts = telling.split("@", -1);
        for (int child = tree.child(element); child >= 0; child = tree.sibling(child)) {
            if (name(child).equals(parts[0])) {
                return parts.length == 1
                        ? tree.value(child).strip()
                        : Optional.ofNullable(tree.valueOf(attribute(child, parts[1])))
                                .map(Finding::shorten)
                                .orElse("");
            }
        }
        return "";
    }

    private String path(int element) {
        if (!tree.isElement(element)) {
            return "";
        }
        int parent = tree.parent(element);
        Key key = new Key(parent, tree.namespace(element), tree.localName(element));
        Series alike = series.computeIfAbsent(key, any -> new Series(firstAlike(element)));
        String number = alike.several ? "[" + alike.positionOf(element) + "]" : "";
        return pathAround(parent) + "/" + name(element) + number;
    }

    private String pathAround(int group) {
        @Nullable String known = paths.get(group);
        if (known == null) {
            known = path(group);
            paths.put(group, known);
        }
        return known;
    }

    /** The first child of the same parent that has the same name. */
    private int firstAlike(int element) {
        int first = tree.child(tree.parent(element));
        return isAlike(first, element) ? first : nextAlike(first, element);
    }

    private int nextAlike(int element) {
        return nextAlike(element, element);
    }

    private int nextAlike(int before, int element) {
        int next = tree.sibling(before);
        while (next >= 0 && !isAlike(next, element)) {
            next = tree.sibling(next);
        }
        return next;
    }

    private boolean isAlike(int element, int other) {
        int code = tree.code(element);
        return code == tree.code(other)
                && (code > 0
                        || tree.localName(element).equals(tree.localName(other))
                                && tree.namespace(element).equals(tree.namespace(other)));
    }

    private String name(int element) {
        String local = tree.localName(element);
        String given = tree.name(element);
        String prefix = Prefixes.of(tree.namespace(element))
                .orElseGet(() -> given.substring(0, Math.max(0, given.length() - local.length() - 1)));
        return prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private Optional<String> value(int element) {
        return tree.child(element) >= 0 ? Optional.empty() : Optional.of(Finding.shorten(tree.value(element)));
    }
}
