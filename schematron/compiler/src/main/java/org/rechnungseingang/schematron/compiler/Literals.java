package org.rechnungseingang.schematron.compiler;

/** Values as Java writes them. */
final class Literals {

    private Literals() {}

    static String text(String text) {
        StringBuilder code = new StringBuilder("\"");
        text.chars().forEach(c -> code.append(character((char) c)));
        return code.append('"').toString();
    }

    private static String character(char character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                character < ' ' || character > '~' ? "\\u%04x".formatted((int) character) : String.valueOf(character);
        };
    }
}
