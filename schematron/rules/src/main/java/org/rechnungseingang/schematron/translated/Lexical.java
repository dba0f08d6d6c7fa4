package org.rechnungseingang.schematron.translated;

/** How numbers are written in XML Schema: what Java's own parsers take is more, and in parts less. */
final class Lexical {

    private Lexical() {}

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Where the text begins behind white space, or its length. */
    static int begin(String text) {
        int begin = 0;
        while (begin < text.length() && isSpace(text.charAt(begin))) {
            begin++;
        }
        return begin;
    }

    /** Where the text ends before white space. */
    static int end(String text, int begin) {
        int end = text.length();
        while (end > begin && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    static String trimmed(String text) {
        int begin = begin(text);
        int end = end(text, begin);
        return begin == 0 && end == text.length() ? text : text.substring(begin, end);
    }

    /** Whether the text, but for white space around it, is an xs:decimal. */
    static boolean isDecimal(String text) {
        return hasDigits(text, true);
    }

    /** Whether the text, but for white space around it, is an xs:integer. */
    static boolean isInteger(String text) {
        return hasDigits(text, false);
    }

    private static boolean hasDigits(String text, boolean pointAllowed) {
        int begin = begin(text);
        int end = end(text, begin);
        boolean digits = false;
        boolean point = !pointAllowed;
        for (int i = begin + sign(text, begin, end); i < end; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits = true;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                return false;
            }
        }
        return digits;
    }

    /** How many characters the sign has: none or one. */
    static int sign(String text, int begin, int end) {
        return begin < end && (text.charAt(begin) == '-' || text.charAt(begin) == '+') ? 1 : 0;
    }
}
