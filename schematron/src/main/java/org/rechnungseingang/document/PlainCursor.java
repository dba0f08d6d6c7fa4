package org.rechnungseingang.document;

import java.nio.charset.StandardCharsets;

/** Goes over the bytes of a document as long as they are characters of a plain one. */
final class PlainCursor {

    private final byte[] bytes;
    private final boolean ascii;
    private int at;
    private boolean coded;

    /** Takes padded bytes, where to start, and whether there must be nothing beyond ASCII. */
    PlainCursor(byte[] bytes, int start, boolean ascii) {
        this.bytes = bytes;
        this.at = start;
        this.ascii = ascii;
    }

    int at() {
        return at;
    }

    /** Whether the text that was gone over last is more than its bytes. */
    boolean coded() {
        return coded;
    }

    boolean isAt(char character) {
        return bytes[at] == character;
    }

    boolean isAt(char first, char second) {
        return bytes[at] == first && bytes[at + 1] == second;
    }

    boolean isAt(char first, char second, char third) {
        return isAt(first, second) && bytes[at + 2] == third;
    }

    void skip(int count) {
        at += count;
    }

    void skip(char character) throws NotPlain {
        NotPlain.unless(bytes[at] == character);
        at++;
    }

    void skip(byte[] word) throws NotPlain {
        NotPlain.unless(Characters.startsWith(bytes, at, word));
        at += word.length;
    }

    /** What was gone over, byte by byte. */
    String since(int from) {
        return new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
    }

    /** Goes over white space, if there is some. */
    boolean space() {
        int from = at;
        at = Characters.skip(bytes, at, Characters.NO_SPACE);
        while (isAt('\r', '\n')) {
            at = Characters.skip(bytes, at + 2, Characters.NO_SPACE);
        }
        return at > from;
    }

    /** Goes over a text to the next markup. */
    void text() throws NotPlain {
        coded = false;
        at = Characters.skipText(bytes, at);
        while (bytes[at] != '<') {
            if (bytes[at] == '&') {
                reference();
            } else if (bytes[at] == ']') {
                NotPlain.unless(!isAt(']', ']', '>'));
                at++;
            } else {
                character();
            }
            at = Characters.skipText(bytes, at);
        }
    }

    /** Goes over the text of a section to its end. */
    void section() throws NotPlain {
        coded = false;
        at = Characters.skipText(bytes, at);
        while (!isAt(']', ']', '>')) {
            if (bytes[at] == '&' || bytes[at] == '<' || bytes[at] == ']') {
                at++;
            } else {
                character();
            }
            at = Characters.skipText(bytes, at);
        }
    }

    /** Goes from behind the opening quote over an attribute's value to the closing one, and tells where it began. */
    int value() throws NotPlain {
        NotPlain.unless(isAt('"') || isAt('\''));
        byte quote = bytes[at++];
        int from = at;
        coded = false;
        at = Characters.skip(bytes, at, Characters.VALUE);
        while (bytes[at] != quote) {
            coded = true;
            if (bytes[at] == '&') {
                reference();
            } else if (bytes[at] == '"' || bytes[at] == '\'') {
                at++;
            } else {
                character();
            }
            at = Characters.skip(bytes, at, Characters.VALUE);
        }
        return from;
    }

    /** Goes to where the one character, at which that kind of reading stops, is followed by the other. */
    void until(char end, char next, int stop) throws NotPlain {
        coded = false;
        at = Characters.skip(bytes, at, stop);
        while (!isAt(end, next)) {
            if (bytes[at] == end) {
                at++;
            } else {
                character();
            }
            at = Characters.skip(bytes, at, stop);
        }
    }

    /** A digit by number is left to the JDK, so that digits can be counted in the bytes. */
    private void reference() throws NotPlain {
        int character = References.character(bytes, at);
        NotPlain.unless(character >= 0 && !Digits.isDigit(character));
        at = References.end(bytes, at);
        coded = true;
    }

    /** Goes over white space of lines, or over a character beyond ASCII. */
    private void character() throws NotPlain {
        byte first = bytes[at];
        if (first < 0) {
            NotPlain.unless(!ascii && Characters.beyondAscii(bytes, at) > 0);
            at += Characters.length(first);
            coded = true;
        } else {
            // At a carriage return alone the JDK loses count of the columns.
            NotPlain.unless(first == '\n' || first == '\t' || isAt('\r', '\n'));
            coded |= first == '\r';
            at++;
        }
    }
}
