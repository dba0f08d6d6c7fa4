package org.rechnungseingang.schematron.translated;

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
    private final int[] nextSiblingAlike;
    private final int[] firstOf;
    private final boolean[] hasAttribute;
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
        nextSiblingAlike = built.nextSiblingAlike;
        firstOf = built.firstOf;
        hasAttribute = built.hasAttribute;
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
        if (node < 0 || node >= TEXT) {
            return NONE;
        }
        int first = firstOf[code];
        if (first < 0 || parents[first] == node) {
            return first;
        }
        // The only one of that name, and elsewhere.
        if (nextAlike[first] < 0) {
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

    /** The next sibling of the element's own name, which is one of the known. */
    public int siblingAlike(int element) {
        return nextSiblingAlike[element];
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
        for (int child = child(node, first); child >= 0; child = siblingAlike(child)) {
            if (has(child, second)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a path of these names leads down from the node. */
    public boolean has(int node, int... path) {
        return has(node, path, 0, path.length);
    }

    /** The same for a part of the names. */
    boolean has(int node, int[] path, int from, int to) {
        // The last names are the rarest.
        for (int i = to - 1; i >= from; i--) {
            if (firstOf[path[i]] < 0) {
                return false;
            }
        }
        return leads(node, path, from, to);
    }

    private boolean leads(int node, int[] path, int from, int to) {
        for (int child = child(node, path[from]); child >= 0; child = siblingAlike(child)) {
            if (from + 1 == to || leads(child, path, from + 1, to)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is an attribute of that name anywhere. */
    public boolean hasAttribute(int code) {
        return hasAttribute[code];
    }

    /** The attribute of that name. */
    public int attribute(int node, int code) {
        if (!hasAttribute[code]) {
            return NONE;
        }
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

    /** How many characters the value of an element has. */
    int length(int element) {
        return textEnds[element] - textStarts[element];
    }

    /** Whether nothing but white space stands between the element's children. */
    boolean isBlank(int element) {
        int at = textStarts[element];
        for (int child = firstChildren[element]; child >= 0; child = nextSiblings[child]) {
            if (!isBlank(at, textStarts[child])) {
                return false;
            }
            at = textEnds[child];
        }
        return isBlank(at, textEnds[element]);
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Lexical.isSpace(text[i])) {
                return false;
            }
        }
        return true;
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

    /** Whether the numbers of such nodes tell their order: those of attributes and texts do not. */
    static boolean isInOrder(int node) {
        return node < TEXT;
    }
}
