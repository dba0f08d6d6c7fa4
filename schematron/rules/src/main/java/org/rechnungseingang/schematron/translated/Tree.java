package org.rechnungseingang.schematron.translated;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A document as arrays, for rules that are Java. A node is a number: 0 the document, then the elements in document order;
 * attributes and texts are numbers with a mark. {@link #NONE} is no node. Not changed once it is built; not thread-safe,
 * since it remembers the values it has been asked for.
 */
public final class Tree {

    /** No node. */
    public static final int NONE = -1;

    /** The document node. */
    public static final int DOCUMENT = 0;

    /** The mark of an attribute; what is below it is its place in the list of all attributes. */
    private static final int ATTRIBUTE = 1 << 30;

    /** The mark of the only text of an element; what is below it is the element. */
    private static final int TEXT = 1 << 29;

    private final int size;
    private final int[] codes;
    private final int[] parents;
    private final int[] firstChildren;
    private final int[] nextSiblings;
    private final int[] ends;
    private final int[] nextAlike;
    private final int[] firstOf;
    private final int[] firstAttributes;
    private final int[] attributeCodes;
    private final int[] attributeOwners;
    private final @Nullable String[] attributeNames;
    private final @Nullable String[] attributeValues;
    private final @Nullable String[] names;
    private final @Nullable String[] namespaces;
    private final int[] textStarts;
    private final int[] textEnds;
    private final boolean[] split;
    private final char[] text;
    private final @Nullable String[] values;

    Tree(TreeBuilder built) {
        size = built.size;
        codes = built.codes;
        parents = built.parents;
        firstChildren = built.firstChildren;
        nextSiblings = built.nextSiblings;
        ends = built.ends;
        nextAlike = built.nextAlike;
        firstOf = built.firstOf;
        firstAttributes = built.firstAttributes;
        attributeCodes = built.attributeCodes;
        attributeOwners = built.attributeOwners;
        attributeNames = built.attributeNames;
        attributeValues = built.attributeValues;
        names = built.names;
        namespaces = built.namespaces;
        textStarts = built.textStarts;
        textEnds = built.textEnds;
        split = built.split;
        text = built.text;
        values = new String[size];
    }

    /** How many nodes there are without attributes and texts; they are 0 to one less. */
    public int size() {
        return size;
    }

    /** The code of an element's or attribute's name; 0 for a name that no rule speaks of, for the document and for texts. */
    public int code(int node) {
        return node < 0 ? 0 : node < TEXT ? codes[node] : node >= ATTRIBUTE ? attributeCodes[node - ATTRIBUTE] : 0;
    }

    public boolean isElement(int node) {
        return node > DOCUMENT && node < TEXT;
    }

    /** Whether it is an element of that namespace. */
    public boolean isElementOf(int node, String namespace) {
        return isElement(node) && namespace(node).equals(namespace);
    }

    /** Whether it is an element of that name in whatever namespace. */
    public boolean isElementNamed(int node, String localName) {
        return isElement(node) && localName(node).equals(localName);
    }

    public boolean isAttribute(int node) {
        return node >= ATTRIBUTE;
    }

    /** The parent; the element, for an attribute and a text. */
    public int parent(int node) {
        if (node < 0) {
            return NONE;
        }
        return node < TEXT ? parents[node] : node >= ATTRIBUTE ? attributeOwners[node - ATTRIBUTE] : node - TEXT;
    }

    /** The first child that is an element. */
    public int child(int node) {
        return node < TEXT && node >= 0 ? firstChildren[node] : NONE;
    }

    /** The next sibling that is an element. */
    public int sibling(int node) {
        return node < TEXT && node >= 0 ? nextSiblings[node] : NONE;
    }

    /** The first child of that name. */
    public int child(int node, int code) {
        if (node < 0 || node >= TEXT || firstOf[code] < 0) {
            return NONE;
        }
        int child = firstChildren[node];
        while (child >= 0 && codes[child] != code) {
            child = nextSiblings[child];
        }
        return child;
    }

    /** The next sibling of that name. */
    public int sibling(int node, int code) {
        int next = sibling(node);
        while (next >= 0 && codes[next] != code) {
            next = nextSiblings[next];
        }
        return next;
    }

    /** The first child of the same parent that has the same name as the element. */
    public int firstAlike(int element) {
        int first = firstChildren[parents[element]];
        while (!isAlike(first, element)) {
            first = nextSiblings[first];
        }
        return first;
    }

    /** The next sibling that has the same name as the element. */
    public int nextAlike(int element) {
        int next = nextSiblings[element];
        while (next >= 0 && !isAlike(next, element)) {
            next = nextSiblings[next];
        }
        return next;
    }

    /** Whether both have the same name in the same namespace. */
    private boolean isAlike(int element, int other) {
        return codes[element] == codes[other]
                && (codes[element] > 0
                        || localName(element).equals(localName(other))
                                && namespace(element).equals(namespace(other)));
    }

    /** The first element of that name beneath the node. */
    public int descendant(int node, int code) {
        if (node < 0 || node >= TEXT) {
            return NONE;
        }
        int next = firstOf[code];
        while (next >= 0 && next <= node) {
            next = nextAlike[next];
        }
        return next >= 0 && next < ends[node] ? next : NONE;
    }

    /** The element of the same name that follows beneath the node. */
    public int nextDescendant(int element, int node) {
        int next = nextAlike[element];
        return next >= 0 && next < ends[node] ? next : NONE;
    }

    /** Behind the last node beneath this one. */
    public int end(int node) {
        return node < 0 ? 0 : node < TEXT ? ends[node] : node;
    }

    /** Whether there is an element of that name anywhere. */
    public boolean has(int code) {
        return firstOf[code] >= 0;
    }

    /** Whether there is a child of that name. */
    public boolean has(int node, int code) {
        return child(node, code) >= 0;
    }

    /** Whether there is a child of the first name that has a child of the second name. */
    public boolean has(int node, int first, int second) {
        if (firstOf[second] < 0) {
            return false;
        }
        for (int child = child(node, first); child >= 0; child = sibling(child, first)) {
            if (has(child, second)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a path of these names leads down from the node. */
    public boolean has(int node, int... path) {
        for (int code : path) {
            if (firstOf[code] < 0) {
                return false;
            }
        }
        return has(node, path, 0);
    }

    private boolean has(int node, int[] path, int at) {
        for (int child = child(node, path[at]); child >= 0; child = sibling(child, path[at])) {
            if (at == path.length - 1 || has(child, path, at + 1)) {
                return true;
            }
        }
        return false;
    }

    /** The attribute of that name. */
    public int attribute(int node, int code) {
        for (int attribute = attribute(node); attribute >= 0; attribute = nextAttribute(attribute)) {
            if (attributeCodes[attribute - ATTRIBUTE] == code) {
                return attribute;
            }
        }
        return NONE;
    }

    /** The first attribute. */
    public int attribute(int node) {
        if (node < 0 || node >= TEXT || firstAttributes[node] == firstAttributes[node + 1]) {
            return NONE;
        }
        return firstAttributes[node] + ATTRIBUTE;
    }

    /** The next attribute of the same element. */
    public int nextAttribute(int attribute) {
        int next = attribute - ATTRIBUTE + 1;
        return next < firstAttributes[attributeOwners[next - 1] + 1] ? next + ATTRIBUTE : NONE;
    }

    /**
     * The only text that is a child of the node.
     *
     * @throws Doubtful if a comment or an element stands between texts
     */
    public int text(int node) {
        if (node < 0 || node >= TEXT || textStarts[node] == textEnds[node]) {
            return NONE;
        }
        if (split[node]) {
            throw new Doubtful("a comment within a text");
        }
        int below = 0;
        for (int child = firstChildren[node]; child >= 0; child = nextSiblings[child]) {
            below += textEnds[child] - textStarts[child];
        }
        if (below == textEnds[node] - textStarts[node]) {
            return NONE;
        }
        if (firstChildren[node] >= 0) {
            throw new Doubtful("a text between elements");
        }
        return node + TEXT;
    }

    /** The node itself, if its name is that one. */
    public int self(int node, int code) {
        return code(node) == code ? node : NONE;
    }

    /** The next element of that name above. */
    public int ancestor(int node, int code) {
        int above = parent(node);
        while (above >= 0 && codes[above] != code) {
            above = parents[above];
        }
        return above;
    }

    /** The node, if it is an element; the one that follows, for the document. */
    public int elementFrom(int node) {
        return node == DOCUMENT ? 1 : node;
    }

    /** The siblings of that name that stand before, the nearest first. */
    public int[] precedingSiblings(int node, int code) {
        Nodes nodes = new Nodes();
        if (node > DOCUMENT && node < TEXT) {
            for (int other = child(parents[node], code); other >= 0 && other < node; other = sibling(other, code)) {
                nodes.add(other);
            }
        }
        return nodes.reversed();
    }

    /** All elements of that name that end before the node begins, the nearest first. */
    public int[] preceding(int node, int code) {
        int element = node < TEXT ? node : parent(node);
        Nodes nodes = new Nodes();
        for (int other = firstOf[code]; other >= 0 && other < element; other = nextAlike[other]) {
            if (ends[other] <= element) {
                nodes.add(other);
            }
        }
        return nodes.reversed();
    }

    /** The texts beneath the node. */
    public int[] texts(int node) {
        Nodes nodes = new Nodes();
        for (int element = node; element < end(node); element++) {
            int text = text(element);
            if (text >= 0) {
                nodes.add(text);
            }
        }
        return nodes.all();
    }

    /** The value of the node: of an element, all texts beneath it. */
    public String value(int node) {
        if (node >= ATTRIBUTE) {
            String value = attributeValues[node - ATTRIBUTE];
            return value == null ? "" : value;
        }
        int element = node & ~TEXT;
        String known = values[element];
        if (known == null) {
            int start = textStarts[element];
            known = start == textEnds[element] ? "" : new String(text, start, textEnds[element] - start);
            values[element] = known;
        }
        return known;
    }

    /** The value; null for no node. */
    public @Nullable String valueOf(int node) {
        return node < 0 ? null : value(node);
    }

    /** The name with its prefix as the document has it; empty for the document and texts. */
    public String name(int node) {
        String name = node >= ATTRIBUTE ? attributeNames[node - ATTRIBUTE] : node < TEXT ? names[node] : "";
        return name == null ? "" : name;
    }

    /** The name without prefix. */
    public String localName(int node) {
        String name = name(node);
        return name.substring(name.indexOf(':') + 1);
    }

    /** The namespace of an element; empty for none. */
    public String namespace(int element) {
        String namespace = namespaces[element];
        return namespace == null ? "" : namespace;
    }

    /** These nodes in document order, each once. */
    static int[] sorted(int[] nodes) {
        if (nodes.length < 2) {
            return nodes;
        }
        for (int node : nodes) {
            if (node >= TEXT) {
                throw new Doubtful("order of attributes or texts");
            }
        }
        Arrays.sort(nodes);
        int kept = 1;
        for (int i = 1; i < nodes.length; i++) {
            if (nodes[i] != nodes[kept - 1]) {
                nodes[kept++] = nodes[i];
            }
        }
        return kept == nodes.length ? nodes : Arrays.copyOf(nodes, kept);
    }
}
