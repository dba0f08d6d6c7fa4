package org.rechnungseingang.service.operation;

/**
 * Text from outside, made fit for a log: control characters and those that Unicode hides or uses to turn the direction of
 * writing are spelt out ({@code \u202E}), so that no line can be forged or disguised.
 */
final class Harmless {

    private Harmless() {}

    /** The text with its line ends and tabs; for formats that keep a message together themselves. */
    static String text(String text) {
        return escape(text, true);
    }

    /** The text in one line. */
    static String line(String text) {
        return escape(text, false);
    }

    private static String escape(String text, boolean layout) {
        if (text.codePoints().noneMatch(c -> hidden(c, layout))) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (hidden(c, layout)) {
                escaped.append(c <= 0xFFFF ? "\\u%04X".formatted(c) : "\\u{%X}".formatted(c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    private static boolean hidden(int c, boolean layout) {
        if (layout && (c == '\n' || c == '\t')) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
