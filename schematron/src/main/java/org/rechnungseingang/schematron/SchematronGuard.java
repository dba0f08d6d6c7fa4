package org.rechnungseingang.schematron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a schema of a town and says what in it is not allowed, line by line. What is not known to be harmless is refused. */
final class SchematronGuard extends DefaultHandler {

    private static final String SCHEMATRON = "http://purl.oclc.org/dsdl/schematron";
    private static final String XSLT = "http://www.w3.org/1999/XSL/Transform";

    private static final Set<String> ELEMENTS = Set.of(
            "schema",
            "ns",
            "title",
            "p",
            "phase",
            "active",
            "let",
            "param",
            "pattern",
            "rule",
            "extends",
            "assert",
            "report",
            "value-of",
            "name",
            "emph",
            "span",
            "dir");

    /** What functions and keys of one's own are made of. */
    private static final Set<String> INSTRUCTIONS = Set.of(
            "function",
            "key",
            "param",
            "variable",
            "sequence",
            "value-of",
            "text",
            "if",
            "choose",
            "when",
            "otherwise",
            "for-each",
            "for-each-group",
            "sort",
            "perform-sort",
            "analyze-string",
            "matching-substring",
            "non-matching-substring");

    private static final Set<String> ATTRIBUTES =
            Set.of("documents", "diagnostics", "properties", "expand-text", "use-when", "severity", "href");

    private static final Set<String> FOR_PEOPLE = Set.of("id", "see", "icon", "fpi", "schemaVersion", "lang");

    private static final List<String> JAVA = List.of(
            "java:",
            "java.",
            "http://saxon.sf.net/",
            "http://xml.apache.org/",
            "http://exslt.org/",
            "http://expath.org/");

    /** Names of official and own rules, and of what is said beside rules. */
    private static final Pattern TAKEN =
            Pattern.compile("(?i)(BR|UBL|CII|PEPPOL|OWN|LOCAL|FX|RULES|REFUSED|NO-RULE|XML|cvc|[A-Z]{2}-R)(-.*|$)");

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

    /** An expression of the schema and the line on which it stands. */
    record Expression(int line, String text) {}

    private final String file;
    private final List<LocalRulesRefused.Fault> faults = new ArrayList<>();
    private final List<Expression> expressions = new ArrayList<>();
    private @Nullable Locator locator;
    private int depth;

    SchematronGuard(String file) {
        this.file = file;
    }

    List<LocalRulesRefused.Fault> faults() {
        return faults;
    }

    List<Expression> expressions() {
        return expressions;
    }

    @Override
    public void setDocumentLocator(Locator given) {
        locator = given;
    }

    private int line() {
        return locator == null ? 1 : locator.getLineNumber();
    }

    private void fault(String german, String english) {
        faults.add(new LocalRulesRefused.Fault(file, line(), german, english));
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) {
        namespace(uri);
    }

    private void namespace(String uri) {
        if (JAVA.stream().anyMatch(uri::startsWith)) {
            fault("Erweiterungsfunktionen sind nicht erlaubt: " + uri, "extension functions are not allowed: " + uri);
        }
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        if (depth == 0) {
            root(uri, localName, attributes);
        }
        depth++;
        if (!isKnown(uri, localName)) {
            fault(
                    "Das Element %s ist nicht erlaubt.".formatted(qName),
                    "the element %s is not allowed.".formatted(qName));
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(attributes.getLocalName(i), attributes.getValue(i));
        }
        if (uri.equals(SCHEMATRON) && (localName.equals("assert") || localName.equals("report"))) {
            rule(attributes);
        }
        if (uri.equals(SCHEMATRON) && localName.equals("ns")) {
            namespace(Optional.ofNullable(attributes.getValue("uri")).orElse(""));
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        depth--;
    }

    private void root(String uri, String localName, Attributes attributes) {
        if (!uri.equals(SCHEMATRON) || !localName.equals("schema")) {
            fault(
                    "Das ist kein ISO-Schematron; erwartet wird schema aus " + SCHEMATRON + ".",
                    "this is no ISO Schematron; expected is schema of " + SCHEMATRON + ".");
        } else if (!Set.of("xslt2", "xslt3").contains(value(attributes, "queryBinding"))) {
            fault("Das Schema braucht queryBinding=\"xslt2\".", "the schema needs queryBinding=\"xslt2\".");
        }
    }

    /** Functions and keys stand directly in the schema, other instructions within functions. */
    private boolean isKnown(String uri, String localName) {
        boolean beginsXslt = localName.equals("function") || localName.equals("key");
        return uri.equals(SCHEMATRON) && ELEMENTS.contains(localName)
                || uri.equals(XSLT) && INSTRUCTIONS.contains(localName) && beginsXslt == (depth == 2);
    }

    private void attribute(String name, String value) {
        if (ATTRIBUTES.contains(name) || name.startsWith("_")) {
            fault(
                    "Das Attribut %s ist nicht erlaubt.".formatted(name),
                    "the attribute %s is not allowed.".formatted(name));
        }
        if (FOR_PEOPLE.contains(name)) {
            return;
        }
        expressions.add(new Expression(line(), value));
        expression(value);
    }

    /** Refuses functions that reach outside. */
    void expression(String value) {
        ForbiddenFunctions.in(value)
                .ifPresent(function -> fault(
                        "Die Funktion %s() ist nicht erlaubt: Regeln sehen nur die Rechnung.".formatted(function),
                        "the function %s() is not allowed: rules see the invoice only.".formatted(function)));
    }

    private void rule(Attributes attributes) {
        String id = value(attributes, "id");
        if (!ID.matcher(id).matches()) {
            fault(
                    "Jedes assert und report braucht eine id (Buchstaben, Ziffern, - _ .).",
                    "each assert and report needs an id (letters, digits, - _ .).");
        } else if (TAKEN.matcher(id).matches()) {
            fault(
                    "Die id %s sieht amtlich aus; bitte mit dem Namen der Kommune beginnen.".formatted(id),
                    "the id %s looks official; please begin with the town's name.".formatted(id));
        }
        Stream.of("role", "flag")
                .map(name -> value(attributes, name))
                .filter(level -> !level.isEmpty() && Level.of(level).isEmpty())
                .forEach(level -> fault(
                        "Unbekannte Stufe %s; möglich sind fatal, error, warning, information.".formatted(level),
                        "unknown level %s; there are fatal, error, warning, information.".formatted(level)));
    }

    private static String value(Attributes attributes, String name) {
        return Optional.ofNullable(attributes.getValue(name)).orElse("").strip();
    }
}
