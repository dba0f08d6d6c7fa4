package org.rechnungseingang.document;

import java.nio.charset.StandardCharsets;

/** What stands in a text for a character: by number, or one of the five names. */
final class References {

    private static final int MOST_DIGITS = 8;
    private static final String CHARACTERS = "&<>\"'";
    private static final byte[][] NAMES = {ascii("amp;"), ascii("lt;"), ascii("gt;"), ascii("quot;"), ascii("apos;")};

    private References() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The character for which the reference stands whose ampersand is there, or -1 if that is none. */
    static int character(byte[] bytes, int at) {
        if (bytes[at + 1] != '#') {
            return named(bytes, at + 1);
        }
        return bytes[at + 2] == 'x' ? numbered(bytes, at + 3, 16) : numbered(bytes, at + 2, 10);
    }

    /** The place behind a reference that there is. */
    static int end(byte[] bytes, int at) {
        int end = at;
        while (bytes[end] != ';') {
            end++;
        }
        return end + 1;
    }

    private static int named(byte[] bytes, int at) {
        for (int i = 0; i < NAMES.length; i++) {
            if (Characters.startsWith(bytes, at, NAMES[i])) {
                return CHARACTERS.charAt(i);
            }
        }
        return -1;
    }

    private static int numbered(byte[] bytes, int from, int radix) {
        int character = 0;
        int at = from;
        while (bytes[at] != ';') {
            int digit = Character.digit(bytes[at], radix);
            if (digit < 0 || at - from == MOST_DIGITS) {
                return -1;
            }
            character = character * radix + digit;
            at++;
        }
        return at > from && Characters.isAllowed(character) ? character : -1;
    }
}
