package org.rechnungseingang.schematron.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Lines of text, wrapped at blanks to the width of the terminal; what has no blank, such as a path, stays whole. */
final class Lines {

    private final PrintWriter out;
    private final Terminal terminal;

    Lines(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void empty() {
        out.print('\n');
    }

    void line(String text) {
        out.print(text);
        out.print('\n');
    }

    void flush() {
        out.flush();
    }

    String styled(Style style, String text) {
        return terminal.colours() ? style.of(text) : text;
    }

    /** Text of one style; every line begins with the indent. */
    void wrapped(String indent, Style style, String text) {
        for (String line : broken(text, terminal.width() - indent.length())) {
            line(indent + styled(style, line));
        }
    }

    /** A word of that style and plain text after it, whose further lines begin beneath its first. */
    void hanging(String indent, Style style, String word, String text) {
        List<String> rest = broken(text, terminal.width() - indent.length() - word.length() - 2);
        String first = rest.get(0).isEmpty() ? "" : "  " + rest.get(0);
        line(indent + styled(style, word) + first);
        rest.stream().skip(1).forEach(line -> line(indent + " ".repeat(word.length() + 2) + line));
    }

    private static List<String> broken(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" +")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
