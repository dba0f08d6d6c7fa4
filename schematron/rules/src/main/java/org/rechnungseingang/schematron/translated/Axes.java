package org.rechnungseingang.schematron.translated;

/** The steps from a node that few rules take. */
public final class Axes {

    private Axes() {}

    /** The node itself, if its name is that one. */
    public static int self(Tree tree, int node, int code) {
        return tree.code(node) == code ? node : Tree.NONE;
    }

    /** The next element of that name above. */
    public static int ancestor(Tree tree, int node, int code) {
        int above = tree.parent(node);
        while (above >= 0 && tree.code(above) != code) {
            above = tree.parent(above);
        }
        return above;
    }

    /** The node, if it is an element; the one that follows, for the document. */
    public static int elementFrom(int node) {
        return node == Tree.DOCUMENT ? 1 : node;
    }

    /** The siblings of that name that stand before, the nearest first. */
    public static int[] precedingSiblings(Tree tree, int node, int code) {
        Nodes nodes = new Nodes();
        if (tree.isElement(node)) {
            int other = tree.child(tree.parent(node), code);
            while (other >= 0 && other < node) {
                nodes.add(other);
                other = tree.siblingAlike(other);
            }
        }
        return nodes.reversed();
    }

    /** All elements of that name that end before the node begins, the nearest first. */
    public static int[] preceding(Tree tree, int node, int code) {
        int element = tree.isElement(node) ? node : tree.parent(node);
        Nodes nodes = new Nodes();
        int other = tree.descendant(Tree.DOCUMENT, code);
        while (other >= 0 && other < element) {
            if (tree.end(other) <= element) {
                nodes.add(other);
            }
            other = tree.nextDescendant(other, Tree.DOCUMENT);
        }
        return nodes.reversed();
    }

    /** The texts beneath the node. */
    public static int[] texts(Tree tree, int node) {
        Nodes nodes = new Nodes();
        for (int element = node; element < tree.end(node); element++) {
            int text = tree.text(element);
            if (text >= 0) {
                nodes.add(text);
            }
        }
        return nodes.all();
    }
}
