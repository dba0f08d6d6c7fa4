package org.rechnungseingang.service.portal;

import java.util.List;

/**
 * A text of the message bundles that is chosen in code and worded in the reader's language by the template.
 *
 * @param key the key in the bundles
 * @param values what goes into its places
 */
public record Phrase(String key, List<Object> values) {

    /** Keeps its own copy of the values. */
    public Phrase {
        values = List.copyOf(values);
    }

    /** The text with this key and these values. */
    public static Phrase of(String key, Object... values) {
        return new Phrase(key, List.of(values));
    }

    /** The values as the template engine wants them. */
    public Object[] arguments() {
        return values.toArray();
    }
}
