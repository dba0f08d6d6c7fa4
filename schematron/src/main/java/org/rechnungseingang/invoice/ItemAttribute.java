package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * A property of an item (BG-32).
 *
 * @param name BT-160
 * @param value BT-161
 */
public record ItemAttribute(Optional<String> name, Optional<String> value) {}
