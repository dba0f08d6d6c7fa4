package org.rechnungseingang.schematron.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A piece of an HTML page. Text and attributes are escaped when they are written, and nowhere else; there is no way around it. */
sealed interface Markup {

    void write(StringBuilder html);

    /** Text, whatever it holds. */
    record Text(String text) implements Markup {

        @Override
        public void write(StringBuilder html) {
            html.append(escaped(Printable.of(text)));
        }
    }

    /** Our own style sheet, the only thing that is written as it is. */
    record StyleSheet(String css) implements Markup {

        public StyleSheet {
            if (css.contains("<")) {
                throw new IllegalArgumentException("a style sheet that could end itself");
            }
        }

        @Override
        public void write(StringBuilder html) {
            html.append("<style>").append(css).append("</style>");
        }
    }

    /** An element with its attributes and what is in it. */
    record Element(String name, Map<String, String> attributes, List<Markup> children) implements Markup {

        private static final List<String> WITHOUT_END = List.of("meta", "wbr");

        public Element {
            children = List.copyOf(children);
        }

        Element with(String attribute, String value) {
            Map<String, String> more = new LinkedHashMap<>(attributes);
            more.put(attribute, value);
            return new Element(name, more, children);
        }

        Element and(Stream<? extends Markup> more) {
            return new Element(
                    name, attributes, Stream.concat(children.stream(), more).toList());
        }

        @Override
        public void write(StringBuilder html) {
            html.append('<').append(name);
            attributes.forEach((attribute, value) -> html.append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(escaped(Printable.of(value)))
                    .append('"'));
            html.append('>');
            children.forEach(child -> child.write(html));
            if (!WITHOUT_END.contains(name)) {
                html.append("</").append(name).append('>');
            }
            html.append(BLOCKS.contains(name) ? "\n" : "");
        }
    }

    /** A line break after these keeps the source readable. */
    List<String> BLOCKS = List.of(
            "html", "head", "meta", "title", "body", "header", "main", "article", "section", "table", "thead", "tbody",
            "tr", "h1", "h2", "h3", "h4", "p", "ul", "li");

    static Element element(String name, Markup... children) {
        return new Element(name, Map.of(), Arrays.asList(children));
    }

    static Element element(String name, String text) {
        return element(name, new Text(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
