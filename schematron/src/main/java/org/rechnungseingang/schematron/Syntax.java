package org.rechnungseingang.schematron;

import java.util.Optional;

/** A syntax that invoices are written in: its root element and its schema. A star stands for any. */
record Syntax(String namespace, String root, Optional<String> schema) {

    boolean fits(Identity identity) {
        return root.equals("*") || root.equals(identity.root()) && namespace.equals(identity.namespace());
    }

    /** Whether it is the same kind of document, be it by another schema. */
    boolean isLike(Syntax other) {
        return namespace.equals(other.namespace) && root.equals(other.root);
    }
}
