package org.rechnungseingang.document;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What bytes of UTF-8 are in XML 1.0. A byte that no character has must stand behind the last. */
final class Characters {

    /** Bytes at which the reading of an attribute's value stops to look: controls, markup, quotes, and beyond ASCII. */
    static final int VALUE = 1;
    /** The same of a comment. */
    static final int COMMENT = 2;
    /** The same of a processing instruction. */
    static final int INSTRUCTION = 4;
    /** Bytes that end a name. */
    static final int NO_NAME = 8;
    /** Bytes that cannot begin a name. */
    static final int NO_START = 16;
    /** Bytes that are no white space; so is the carriage return, which has to be looked at. */
    static final int NO_SPACE = 32;
    /** Bytes that are none of the 64 characters of Base64 that stand for themselves. */
    static final int NO_BASE64 = 64;

    private static final int PADDING = 32;

    private static final byte[] STOPS = stops();

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private Characters() {}

    /** The bytes with what must stand behind the last. */
    static byte[] padded(byte[] bytes) {
        byte[] padded = new byte[bytes.length + PADDING];
        System.arraycopy(bytes, 0, padded, 0, bytes.length);
        return padded;
    }

    /** The first place from that one on at which the reading stops. */
    static int skip(byte[] bytes, int from, int stop) {
        int at = from;
        while ((STOPS[bytes[at] & 0xff] & stop) == 0) {
            at++;
        }
        return at;
    }

    static boolean stops(byte character, int stop) {
        return (STOPS[character & 0xff] & stop) != 0;
    }

    /** The same for a text, eight bytes at a time: it stops at controls, markup, brackets, and beyond ASCII. */
    static int skipText(byte[] bytes, int from) {
        int at = from;
        long signs = signs(word(bytes, at)) & HIGH;
        while (signs == 0) {
            at += Long.BYTES;
            signs = signs(word(bytes, at)) & HIGH;
        }
        // What a subtraction borrows goes to later bytes, so that the first sign is a true one.
        return at + Long.numberOfTrailingZeros(signs) / Byte.SIZE;
    }

    private static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /** Has the high bit of a byte, and of some after it, if the reading of a text stops there. */
    private static long signs(long word) {
        return word | word - ' ' * ONES | signs(word, '<') | signs(word, '&') | signs(word, ']');
    }

    private static long signs(long word, char character) {
        return (word ^ character * ONES) - ONES;
    }

    /** The first place from that one on, in ASCII, where there is none of the 64 characters of Base64. */
    static int skipBase64(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to && isBase64(word(bytes, at))) {
            at += Long.BYTES;
        }
        while (at < to && !stops(bytes[at], NO_BASE64)) {
            at++;
        }
        return at;
    }

    private static boolean isBase64(long word) {
        long letters = among(word | ' ' * ONES, 'a', 'z');
        // The slash stands before the digits.
        long digits = among(word, '/', '9');
        return ((letters | digits | among(word, '+', '+')) & HIGH) == HIGH;
    }

    /** Has the high bit of each byte of ASCII that is one of those. */
    private static long among(long word, char first, char last) {
        return word + (0x80 - first) * ONES & ~(word + (0x7f - last) * ONES);
    }

    /** The first end of a line from that place on, or the other place if there is none before it. */
    static int lineEnd(byte[] bytes, int from, int to) {
        int at = from;
        // Beyond ASCII a word may look as if it had one.
        while (at < to && (signs(word(bytes, at), '\n') & HIGH) == 0) {
            at += Long.BYTES;
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return Math.min(at, to);
    }

    /** Whether that stands there; a byte that it has not must stand behind the last. */
    static boolean startsWith(byte[] bytes, int at, byte[] start) {
        int same = 0;
        while (same < start.length && bytes[at + same] == start[same]) {
            same++;
        }
        return same == start.length;
    }

    /** How many bytes a character beyond ASCII has that begins with that one. */
    static int length(byte first) {
        return first >= (byte) 0xf0 ? 4 : first >= (byte) 0xe0 ? 3 : 2;
    }

    /** The character beyond ASCII that stands there, or 0 if there is none that XML allows, in its shortest form. */
    static int beyondAscii(byte[] bytes, int at) {
        int length = length(bytes[at]);
        int character = bytes[at] & 0x7f >> length;
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
            character = character << 6 | bytes[at + i] & 0x3f;
        }
        boolean proper = (bytes[at] & 0xff) >= 0xc0 && (bytes[at] & 0xff) < 0xf8;
        boolean shortest = character >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000);
        return proper && shortest && isAllowed(character) ? character : 0;
    }

    /** Whether XML 1.0 has that character. */
    static boolean isAllowed(int character) {
        return character >= ' ' && character < 0xd800
                || character == '\t'
                || character == '\n'
                || character == '\r'
                || character > 0xdfff && character < 0xfffe
                || character > 0xffff && character <= Character.MAX_CODE_POINT;
    }

    private static byte[] stops() {
        byte[] stops = new byte[256];
        for (int i = 0; i < stops.length; i++) {
            stops[i] = (byte) stops((char) i);
        }
        return stops;
    }

    private static int stops(char c) {
        boolean odd = c < ' ' || c > 0x7f;
        boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
        boolean start = letter || c == '_';
        boolean base64 = letter || c >= '0' && c <= '9' || c == '+' || c == '/';
        boolean name = start || c >= '0' && c <= '9' || c == '-' || c == '.';
        return (odd || "<&\"'".indexOf(c) >= 0 ? VALUE : 0)
                | (odd || c == '-' ? COMMENT : 0)
                | (odd || c == '?' ? INSTRUCTION : 0)
                | (name ? 0 : NO_NAME)
                | (start ? 0 : NO_START)
                | (c == ' ' || c == '\t' || c == '\n' ? 0 : NO_SPACE)
                | (base64 ? 0 : NO_BASE64);
    }
}
