package org.rechnungseingang.schematron.translated;

import org.jspecify.annotations.Nullable;

/**
 * A schema as tables. Says of a document that it is valid, or nothing: whatever is wrong or unusual is left to a complete
 * processor, which also says what is wrong and where. For all threads.
 */
public final class Grammar {

    /** An attribute that an element may have, or must. */
    record Attribute(int code, boolean required, Value value) {}

    /**
     * One place in the series of children.
     *
     * @param least how many elements have to stand there
     * @param most how many may
     * @param codes their names, one of which each has
     * @param types the number of the type for each name
     */
    record Child(int least, int most, int[] codes, int[] types) {}

    /**
     * What is between the tags of an element.
     *
     * @param text what its text is; null for an element of elements
     * @param left whether it is left to a complete processor
     */
    record Type(
            Attribute[] attributes,
            Child[] children,
            @Nullable Value text,
            boolean left) {}

    private final int root;
    private final int[] anywhere;
    private final Type[] types;

    /**
     * @param root the code of the root element, which is of the first type
     * @param anywhere the attributes that may stand everywhere
     */
    Grammar(int root, int[] anywhere, Type[] types) {
        this.root = root;
        this.anywhere = anywhere;
        this.types = types;
    }

    /** Whether the document is certainly valid. */
    public boolean accepts(Tree document) {
        int element = document.child(Tree.DOCUMENT);
        return document.code(element) == root && accepts(document, element, types[0]);
    }

    private boolean accepts(Tree t, int element, Type type) {
        if (type.left || !acceptsAttributes(t, element, type.attributes)) {
            return false;
        }
        if (type.text != null) {
            return t.child(element) < 0 && (type.text == Value.ANY || type.text.accepts(t.value(element)));
        }
        return acceptsChildren(t, element, type.children);
    }

    private boolean acceptsAttributes(Tree t, int element, Attribute[] known) {
        int required = 0;
        for (int node = t.attribute(element); node >= 0; node = t.nextAttribute(node)) {
            int code = t.code(node);
            Attribute attribute = attribute(known, code);
            if (attribute == null) {
                if (!isAnywhere(code)) {
                    return false;
                }
            } else {
                if (!attribute.value.accepts(t.value(node))) {
                    return false;
                }
                required += attribute.required ? 1 : 0;
            }
        }
        for (Attribute attribute : known) {
            required -= attribute.required ? 1 : 0;
        }
        return required == 0;
    }

    private static @Nullable Attribute attribute(Attribute[] known, int code) {
        for (Attribute attribute : known) {
            if (attribute.code == code) {
                return attribute;
            }
        }
        return null;
    }

    private boolean isAnywhere(int code) {
        for (int known : anywhere) {
            if (known == code) {
                return true;
            }
        }
        return false;
    }

    /** Goes along the series as the children come: which place a child takes depends on nothing behind it. */
    private boolean acceptsChildren(Tree t, int element, Child[] series) {
        int place = 0;
        int count = 0;
        int texts = 0;
        for (int child = t.child(element); child >= 0; child = t.sibling(child)) {
            int code = t.code(child);
            int type = place < series.length ? type(series[place], code) : Tree.NONE;
            while (type < 0 || count == series[place].most) {
                if (place == series.length || count < series[place].least) {
                    return false;
                }
                place++;
                count = 0;
                type = place < series.length ? type(series[place], code) : Tree.NONE;
            }
            if (!accepts(t, child, types[type])) {
                return false;
            }
            count++;
            texts += t.length(child);
        }
        return isComplete(series, place, count) && (texts == t.length(element) || t.isBlank(element));
    }

    /** The type of an element of that name at that place. */
    private static int type(Child child, int code) {
        for (int i = 0; i < child.codes.length; i++) {
            if (child.codes[i] == code) {
                return child.types[i];
            }
        }
        return Tree.NONE;
    }

    private static boolean isComplete(Child[] series, int place, int count) {
        for (int i = place; i < series.length; i++) {
            if ((i == place ? count : 0) < series[i].least) {
                return false;
            }
        }
        return true;
    }
}
