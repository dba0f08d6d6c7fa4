package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * An identifier and, where it was sent, the scheme it belongs to.
 *
 * @param value the identifier as sent
 * @param scheme the scheme's identifier (for example 0088 for a GLN), or for a classification the list's
 * @param schemeVersion the list's version (BT-158-2 only)
 */
public record Identifier(String value, Optional<String> scheme, Optional<String> schemeVersion) {
    /** The text of the element with its attributes {@code schemeID} and so on; an empty one counts as missing. */
    static Optional<Identifier> of(Node node) {
        return of(node, "schemeID", "schemeVersionID");
    }

    /** A classification (BT-158): the list takes the scheme's place. */
    static Optional<Identifier> ofClassification(Node node) {
        return of(node, "listID", "listVersionID");
    }

    private static Optional<Identifier> of(Node node, String scheme, String version) {
        String value = node.text().strip();
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Identifier(value, node.attribute(scheme), node.attribute(version)));
    }

    @Override
    public String toString() {
        return scheme.map(s -> value + " (" + s + ")").orElse(value);
    }
}
