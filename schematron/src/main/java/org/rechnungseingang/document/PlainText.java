package org.rechnungseingang.document;

import java.nio.charset.StandardCharsets;

/** Turns bytes that the scanner went over into characters: references, line ends, and what is beyond ASCII. */
final class PlainText {

    private static final int CHUNK = 2048;
    /** Up to here a loop is faster than the machine's own way. */
    private static final int SHORT = 32;

    private final byte[] bytes;
    private char[] characters = new char[CHUNK];
    private int length;

    PlainText(byte[] bytes) {
        this.bytes = bytes;
    }

    char[] characters() {
        return characters;
    }

    /** How many characters there are. */
    int length() {
        return length;
    }

    /** A text that is its bytes: as much of it as there is room for; tells where it stopped. */
    int plain(int from, int to) {
        length = Math.min(to - from, characters.length);
        if (length > SHORT) {
            new String(bytes, from, length, StandardCharsets.ISO_8859_1).getChars(0, length, characters, 0);
        } else {
            for (int i = 0; i < length; i++) {
                characters[i] = (char) bytes[from + i];
            }
        }
        return from + length;
    }

    /** Any text: as much of it as there is room for; tells where it stopped. */
    int coded(int from, int to, boolean references) {
        int at = from;
        length = 0;
        while (at < to && length < characters.length - 1) {
            byte next = bytes[at];
            if (next < 0) {
                at = beyondAscii(at);
            } else if (next == '&' && references) {
                at = reference(at);
            } else {
                at = next == '\r' ? at + 1 : ascii(at);
            }
        }
        return at;
    }

    /** All of a text that is told in one piece. */
    void whole(int from, int to, boolean coded) {
        makeRoom(to - from);
        if (coded) {
            coded(from, to, false);
        } else {
            plain(from, to);
        }
    }

    /** An attribute's value: white space of lines becomes spaces. */
    String value(int from, int to, boolean coded) {
        return coded ? codedValue(from, to) : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private String codedValue(int from, int to) {
        makeRoom(to - from);
        int at = from;
        length = 0;
        while (at < to) {
            byte next = bytes[at];
            if (next == '\r' || next == '\n' || next == '\t') {
                at = lineEnd(at, ' ');
            } else {
                at = next == '&' ? reference(at) : next < 0 ? beyondAscii(at) : ascii(at);
            }
        }
        return new String(characters, 0, length);
    }

    private void makeRoom(int most) {
        if (most >= characters.length) {
            characters = new char[most + 1];
        }
    }

    private int ascii(int at) {
        characters[length++] = (char) bytes[at];
        return at + 1;
    }

    private int beyondAscii(int at) {
        length += Character.toChars(Characters.beyondAscii(bytes, at), characters, length);
        return at + Characters.length(bytes[at]);
    }

    private int reference(int at) {
        length += Character.toChars(References.character(bytes, at), characters, length);
        return References.end(bytes, at);
    }

    private int lineEnd(int at, char end) {
        characters[length++] = end;
        return bytes[at] == '\r' && bytes[at + 1] == '\n' ? at + 2 : at + 1;
    }
}
