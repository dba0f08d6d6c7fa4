package org.rechnungseingang.invoice;

import java.util.Arrays;

/** The characters of a document in their order; the elements know from where to where theirs go. */
final class Texts {

    private static final int FIRST = 4096;

    private char[] characters;
    private int end;

    private Texts(int size) {
        characters = new char[size];
    }

    /** Of a document that is about to be read. */
    static Texts ofDocument() {
        return new Texts(FIRST);
    }

    /** None, and there will be none. */
    static Texts none() {
        return new Texts(0);
    }

    void add(char[] text, int start, int length) {
        if (length > characters.length - end) {
            characters = Arrays.copyOf(characters, Math.max(end + length, 2 * characters.length));
        }
        System.arraycopy(text, start, characters, end, length);
        end += length;
    }

    /** How many there are so far. */
    int end() {
        return end;
    }

    String between(int from, int to) {
        return from == to ? "" : new String(characters, from, to - from);
    }
}
