package org.rechnungseingang.schematron;

import java.util.Optional;

/**
 * A place in a tree for people.
 *
 * @param path {@code /ubl:Invoice/cac:InvoiceLine[2]/cbc:ID}; a number only where there are several of that name
 * @param key the same for {@link Terms}: without numbers, and with the kinds of elements
 * @param value what stands there, shortened, if it is a value and not a group
 */
record Place(String path, String key, Optional<String> value) {

    static final Place NONE = new Place("", "", Optional.empty());
}
