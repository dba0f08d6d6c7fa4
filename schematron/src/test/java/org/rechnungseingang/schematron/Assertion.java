package org.rechnungseingang.schematron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a rule of a published stylesheet asserts, or reports.
 *
 * @param id empty if it has none
 * @param text what a finding tells, without what is put into it
 * @param context the path of what it is about, without conditions; empty if it may stand anywhere
 * @param test the expression that holds if there is nothing to find
 */
record Assertion(String id, String text, String context, String test) {

    private static final Pattern CONDITION = Pattern.compile("\\[[^\\[\\]]*]");
    private static final Pattern COUNT = Pattern.compile("count\\(([a-z]+:[A-Za-z]+)");
    private static final Pattern PATH = Pattern.compile("(/[a-z]+:[A-Za-z]+)+");

    /** The id; where there is none, the text. */
    String name() {
        return id.isEmpty() ? text : id;
    }

    /** What its finding is called, like {@link #name()}. */
    static String name(Evaluation.Failed failed) {
        return failed.rule().equals("unnamed") ? failed.text() : failed.rule();
    }

    /** Whether it holds whatever a document says. */
    boolean isConstant() {
        return test.equals("true()");
    }

    /** The places that it speaks of: its context, and what it counts there. */
    Stream<String> places() {
        Matcher count = COUNT.matcher(test);
        Optional<String> counted = count.lookingAt() ? Optional.of(context + "/" + count.group(1)) : Optional.empty();
        return context.isEmpty() ? Stream.of() : Stream.concat(Stream.of(context), counted.stream());
    }

    /** A path without its conditions; empty if it does not begin at the document. */
    static String path(String match) {
        String path = match.strip();
        while (CONDITION.matcher(path).find()) {
            path = CONDITION.matcher(path).replaceAll("");
        }
        return PATH.matcher(path).matches() ? path : "";
    }

    /** All of a stylesheet, in its order. */
    static List<Assertion> of(String stylesheet) {
        Reader reader = new Reader();
        RuleFiles.document(stylesheet).parse(reader);
        return reader.found;
    }

    private static final class Reader extends DefaultHandler {

        private final List<Assertion> found = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private String context = "";
        private String attribute = "";
        private String test = "";
        private String id = "";
        private boolean inAssertion;

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            switch (local) {
                case "template" -> context = path(value(attributes, "match"));
                case "attribute" -> attribute = value(attributes, "name");
                case "failed-assert" -> begin(value(attributes, "test").strip());
                case "successful-report" -> begin("not(" + value(attributes, "test") + ")");
                default -> {}
            }
            text.setLength(0);
        }

        private static String value(Attributes attributes, String name) {
            return Optional.ofNullable(attributes.getValue(name)).orElse("");
        }

        private void begin(String asserted) {
            test = asserted;
            id = "";
            inAssertion = true;
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            text.append(characters, start, length);
        }

        @Override
        public void endElement(String uri, String local, String name) {
            if (inAssertion && local.equals("attribute") && attribute.equals("id")) {
                id = text.toString().strip();
            }
            if (inAssertion && local.equals("text")) {
                found.add(new Assertion(id, Evaluation.inOneLine(text.toString()), context, test));
                inAssertion = false;
            }
        }
    }
}
