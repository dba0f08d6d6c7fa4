package org.rechnungseingang.schematron;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rechnungseingang.document.Parsing;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a rule means and what to do about it, for people who write invoices and no rules. In our own words; the official
 * text of the finding stays the one that counts. For our own checks (OWN-…) it is the text.
 *
 * @param german in German
 * @param english in English
 */
public record Explanation(String german, String english) {

    private static final String OFFICIAL = "/org/rechnungseingang/schematron/explanations.xml";
    private static final String OWN = "/org/rechnungseingang/schematron/own-checks.xml";
    private static final Map<String, Explanation> BY_RULE = read();

    /** The explanation of the rule with that official id; rare rules have none. */
    public static Optional<Explanation> of(String rule) {
        return Optional.ofNullable(BY_RULE.get(rule));
    }

    /** The sentence in German for German readers, in English for all others. */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? german : english;
    }

    /** The rules that have one. */
    static Set<String> rules() {
        return BY_RULE.keySet();
    }

    private static Map<String, Explanation> read() {
        Reader reader = new Reader();
        for (String file : List.of(OFFICIAL, OWN)) {
            Parsing parsing = RuleFiles.documentAt(file).parse(reader);
            if (!(parsing instanceof Parsing.WellFormed)) {
                throw new IllegalStateException(file + ": " + parsing);
            }
        }
        return Map.copyOf(reader.byRule);
    }

    private static final class Reader extends DefaultHandler {

        private final Map<String, Explanation> byRule = new HashMap<>();
        private final StringBuilder text = new StringBuilder();
        private List<String> rules = List.of();
        private String german = "";
        private String english = "";

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes) {
            text.setLength(0);
            if (localName.equals("explanation")) {
                rules = List.of(attributes.getValue("rules").split(" "));
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            text.append(characters, start, length);
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            switch (localName) {
                case "german" -> german = text.toString();
                case "english" -> english = text.toString();
                case "explanation" -> rules.forEach(this::add);
                default -> {}
            }
        }

        private void add(String rule) {
            if (byRule.put(rule, new Explanation(german, english)) != null) {
                throw new IllegalStateException("explained twice: " + rule);
            }
        }
    }
}
