package org.rechnungseingang.document;

/** The Base64 of an attachment as it goes by, piece by piece: how much there is, and whether it is Base64 at all. */
public final class Base64Text {

    private boolean faulty;
    private int characters;
    private int padding;

    /** The next attachment begins. */
    void begin() {
        faulty = false;
        characters = 0;
        padding = 0;
    }

    void add(char[] text, int start, int length) {
        int at = start;
        int end = start + length;
        while (at < end) {
            int from = at;
            // Megabytes, hence without a look at anything else as long as it is nothing else.
            while (at < end && isPlain(text[at])) {
                at++;
            }
            add(at - from);
            if (at < end) {
                look(text[at++]);
            }
        }
    }

    /** Whether it is one of the 64 characters that stand for themselves. */
    private static boolean isPlain(char character) {
        return character < 128 && !Characters.stops((byte) character, Characters.NO_BASE64);
    }

    /** The same for bytes of ASCII. */
    void add(byte[] text, int from, int to) {
        int at = from;
        while (at < to) {
            int next = Characters.skipBase64(text, at, to);
            add(next - at);
            at = next;
            if (at < to) {
                look((char) text[at++]);
            }
        }
    }

    private void add(int plain) {
        characters += plain;
        faulty |= plain > 0 && padding > 0;
    }

    private void look(char character) {
        if (character == ' ' || character == '\n' || character == '\r' || character == '\t') {
            return;
        }
        if (character == '=') {
            padding++;
        } else {
            faulty = true;
        }
    }

    boolean isEmpty() {
        return characters == 0;
    }

    boolean isBase64() {
        return !faulty && (characters + padding) % 4 == 0 && padding <= 2;
    }

    /** How many bytes the attachment has; of what is not Base64, a guess. */
    public long size() {
        return characters * 3L / 4;
    }
}
