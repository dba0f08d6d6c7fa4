package org.rechnungseingang.schematron;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rechnungseingang.document.Parsing;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The names that may enter a tree. Saxon keeps every name and namespace it has met for as long as the program runs, and
 * stops for good at a million; a sender can write half a million of his own into one extension. So beyond those of the
 * schemas only a limited number of names is admitted, ever. Thread-safe.
 */
final class Names {

    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";

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

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> met = ConcurrentHashMap.newKeySet();
    private final int most;

    /** Admits so many names besides those that it learns from schemas. */
    Names(int most) {
        this.most = most;
        known.addAll(COMMON);
    }

    /** Admits what that schema declares, whatever was met before. */
    void learn(String schema) {
        Parsing parsing = RuleFiles.document(schema).parse(new DefaultHandler() {
            @Override
            public void startElement(String uri, String localName, String qName, Attributes attributes) {
                boolean declaration = localName.equals("element") || localName.equals("attribute");
                String name = attributes.getValue("name");
                String target = attributes.getValue("targetNamespace");
                if (uri.equals(SCHEMA) && declaration && name != null) {
                    known.add(name);
                }
                if (uri.equals(SCHEMA) && localName.equals("schema") && target != null) {
                    known.add(target);
                }
            }
        });
        if (!(parsing instanceof Parsing.WellFormed)) {
            throw new IllegalStateException(schema + ": " + parsing);
        }
    }

    /** Whether a local name, a namespace or the target of an instruction may enter; once it may, it always may. */
    boolean admits(String name) {
        return name.isEmpty() || known.contains(name) || met.contains(name) || met.size() < most && met.add(name);
    }
}
