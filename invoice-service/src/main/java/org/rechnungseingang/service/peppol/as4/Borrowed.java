package org.rechnungseingang.service.peppol.as4;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xml.sax.Attributes;

/**
 * Which namespaces a document uses in names that only its envelope declares: cut out, it would have lost them. A prefix inside
 * a text or value, as {@code xsi:type} has it, is not seen; invoices have none.
 */
final class Borrowed {

    private final Map<String, String> ofEnvelope = new HashMap<>();
    private final Map<String, Integer> own = new HashMap<>();
    private final Map<String, String> used = new TreeMap<>();

    /** A declaration in an element at this depth; 0 is the envelope. */
    void declared(String prefix, String uri, int depth) {
        if (depth == 0) {
            ofEnvelope.put(prefix, uri);
        } else {
            own.merge(prefix, 1, Integer::sum);
        }
    }

    void over(String prefix, int depth) {
        if (depth > 0) {
            own.merge(prefix, -1, Integer::sum);
        }
    }

    /** An element of the document. */
    void used(String name, Attributes attributes) {
        use(prefix(name).orElse(""));
        for (int i = 0; i < attributes.getLength(); i++) {
            prefix(attributes.getQName(i)).ifPresent(this::use);
        }
    }

    private void use(String prefix) {
        String uri = ofEnvelope.get(prefix);
        if (uri != null && own.getOrDefault(prefix, 0) == 0) {
            used.put(prefix, uri);
        }
    }

    private static Optional<String> prefix(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(name.substring(0, colon));
    }

    /** As they are written in a start tag. */
    String declarations() {
        StringBuilder written = new StringBuilder();
        used.forEach((prefix, uri) -> written.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
                .append("=\"")
                .append(uri.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"))
                .append('"'));
        return written.toString();
    }
}
