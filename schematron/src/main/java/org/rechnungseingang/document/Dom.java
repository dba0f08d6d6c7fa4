package org.rechnungseingang.document;

import java.util.Optional;

/**
 * Small documents as trees of nodes, for protocols that sign nodes. Never for invoices: their rules take ten times as long
 * over such a tree.
 */
public final class Dom {

    private Dom() {}

    /** The document without its comments, read within the bounds; empty if it is not well-formed or breaks one of them. */
    public static Optional<org.w3c.dom.Document> of(byte[] bytes, Bounds bounds) {
        org.w3c.dom.Document tree = empty();
        return Document.of(bytes, bounds).parse(new DomHandler(tree)) instanceof Parsing.WellFormed
                ? Optional.of(tree)
                : Optional.empty();
    }

    /** An empty document. */
    public static org.w3c.dom.Document empty() {
        return Parser.emptyTree();
    }
}
