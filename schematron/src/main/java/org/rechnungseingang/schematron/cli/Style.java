package org.rechnungseingang.schematron.cli;

import picocli.CommandLine.Help.Ansi;

/** How text looks on a terminal that shows colours. */
enum Style {
    PLAIN(""),
    BOLD("bold"),
    DIM("faint"),
    GOOD("bold,green"),
    BAD("bold,red"),
    WARN("bold,yellow"),
    NOTE("bold,cyan");

    private final Ansi.IStyle[] codes;

    Style(String names) {
        this.codes = names.isEmpty() ? new Ansi.IStyle[0] : Ansi.Style.parse(names);
    }

    /**
     * Never by markup within the text: the text is not ours. Ends all styles at once, since the code that ends bold means
     * a double underline to many terminals.
     */
    String of(String text) {
        return codes.length == 0 || text.isEmpty() ? text : Ansi.Style.on(codes) + text + Ansi.Style.reset.on();
    }
}
