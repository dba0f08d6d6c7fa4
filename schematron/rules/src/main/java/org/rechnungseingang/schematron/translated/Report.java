package org.rechnungseingang.schematron.translated;

/** Hears what rules find, in the order in which they find it. */
public interface Report {

    /** A rule has met a node that it is about. */
    void fired();

    /**
     * An assertion does not hold, or a report does.
     *
     * @param node number of the node in the tree
     * @param flag as the rules have it
     */
    void failed(int node, String rule, String flag, String text);
}
