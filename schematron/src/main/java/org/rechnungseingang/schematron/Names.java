package org.rechnungseingang.schematron;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rechnungseingang.schematron.rules.OfficialRules;

/**
 * The names that may enter a tree. Saxon keeps every name and namespace it has met for as long as the program runs, and
 * stops for good at a million; a sender can write half a million of his own into one extension. So beyond those of
 * schemas and rules only a limited number of names is admitted, ever. Thread-safe.
 */
final class Names {

    /** Names that any document may use without a schema saying so: those of the namespaces xml and xsi. */
    private static final Set<String> COMMON = Set.of(
            "lang",
            "space",
            "base",
            "id",
            "schemaLocation",
            "noNamespaceSchemaLocation",
            "type",
            "nil",
            "xml-stylesheet");

    private final Set<String> met = ConcurrentHashMap.newKeySet();
    private final int most;

    /** Admits so many names besides those of schemas and rules. */
    Names(int most) {
        this.most = most;
    }

    /** Whether a local name, a namespace or the target of an instruction may enter; once it may, it always may. */
    boolean admits(String name) {
        if (name.isEmpty() || COMMON.contains(name) || OfficialRules.names().speakOf(name) || met.contains(name)) {
            return true;
        }
        if (met.size() >= most) {
            return false;
        }
        // Whoever adds it, this document or another at the same moment: it may enter.
        met.add(name);
        return true;
    }
}
