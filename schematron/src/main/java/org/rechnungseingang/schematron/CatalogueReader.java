package org.rechnungseingang.schematron;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rechnungseingang.document.Parsing;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the catalogue file. What it does not understand is a fault of the file and stops the program. */
final class CatalogueReader extends DefaultHandler {

    private final Map<String, Syntax> syntaxes = new LinkedHashMap<>();
    private final List<RuleSet> ruleSets = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();
    private final List<Gate> unknown = new ArrayList<>();
    private final Map<String, String> imports = new LinkedHashMap<>();
    private final Set<String> documents = new LinkedHashSet<>();
    private final StringBuilder content = new StringBuilder();

    private Map<String, String> ruleSet = Map.of();
    private final List<String> rules = new ArrayList<>();
    private final Map<Level, Level> flags = new EnumMap<>(Level.class);
    private final Map<String, Level> levels = new LinkedHashMap<>();
    private boolean inContent;

    static Catalogue read(String path) {
        CatalogueReader reader = new CatalogueReader();
        Parsing parsing = RuleFiles.documentAt(path).parse(reader);
        if (!(parsing instanceof Parsing.WellFormed)) {
            throw new IllegalStateException(path + ": " + parsing);
        }
        return new Catalogue(
                List.copyOf(reader.ruleSets),
                List.copyOf(reader.gates),
                List.copyOf(reader.unknown),
                Map.copyOf(reader.imports),
                Set.copyOf(reader.documents),
                words(reader.content.toString()));
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        Map<String, String> values = values(attributes);
        switch (localName) {
            case "catalogue" -> {}
            case "syntax" -> syntaxes.put(need(values, "id"), syntax(values));
            case "import" -> imports.put(need(values, "namespace"), need(values, "file"));
            case "document" -> documents.add(need(values, "file"));
            case "rule-set" -> ruleSet = values;
            case "rules" -> rules.add(need(values, "file"));
            case "level" -> level(values);
            case "gate" -> gates.add(gate(need(values, "code"), values));
            case "unknown" -> unknown.add(gate("", values));
            case "content" -> inContent = true;
            default -> throw new IllegalStateException("not an element of the catalogue: " + localName);
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (inContent) {
            content.append(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (localName.equals("content")) {
            inContent = false;
        }
        if (localName.equals("rule-set")) {
            ruleSets.add(ruleSet());
            rules.clear();
            flags.clear();
            levels.clear();
        }
    }

    private RuleSet ruleSet() {
        return new RuleSet(
                new RuleSetName(need(ruleSet, "name"), need(ruleSet, "version")),
                need(ruleSet, "title"),
                Optional.ofNullable(syntaxes.get(need(ruleSet, "syntax"))).orElseThrow(),
                Optional.ofNullable(ruleSet.get("profile")),
                LocalDate.parse(need(ruleSet, "from")),
                Optional.ofNullable(ruleSet.get("to")).map(LocalDate::parse),
                List.copyOf(rules),
                Map.copyOf(flags),
                Map.copyOf(levels));
    }

    private void level(Map<String, String> values) {
        Level level = Level.of(need(values, "is")).orElseThrow();
        if (values.containsKey("rule")) {
            levels.put(need(values, "rule"), level);
        } else {
            flags.put(Level.of(need(values, "of")).orElseThrow(), level);
        }
    }

    private static Syntax syntax(Map<String, String> values) {
        return new Syntax(need(values, "namespace"), need(values, "root"), Optional.ofNullable(values.get("schema")));
    }

    private static Gate gate(String code, Map<String, String> values) {
        List<String> profiles = Optional.ofNullable(values.get("profile"))
                .map(CatalogueReader::profiles)
                .orElse(List.of());
        List<String> roots = Optional.ofNullable(values.get("root"))
                .map(CatalogueReader::words)
                .orElse(List.of());
        return new Gate(code, roots, profiles, need(values, "german"), need(values, "english"));
    }

    /** An empty attribute names the empty profile, a missing one any. */
    private static List<String> profiles(String text) {
        return text.isBlank() ? List.of("") : words(text);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static Map<String, String> values(Attributes attributes) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            values.put(attributes.getLocalName(i), attributes.getValue(i));
        }
        return values;
    }

    private static String need(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new IllegalStateException("the catalogue lacks " + name + " in " + values));
    }
}
