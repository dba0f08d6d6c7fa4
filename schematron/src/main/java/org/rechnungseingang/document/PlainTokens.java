package org.rechnungseingang.document;

import java.util.Arrays;

/** What the scanner of plain documents saw, in the order of the events, as numbers: heads and places. */
final class PlainTokens {

    /** A prefix (in the place of a name) and its namespace; place behind the tag. */
    static final int DECLARATION = 0;
    /** Place of the value and behind it; comes before its element. */
    static final int ATTRIBUTE = 1;
    /** Place behind the tag. */
    static final int START = 2;
    /** Place behind the tag. */
    static final int END = 3;
    /** A prefix (in the place of a name); at the place of the token before. */
    static final int DECLARATION_END = 4;
    /** Place behind the text, which begins at the place of the token before. */
    static final int TEXT = 5;
    /** Place of a section's text and behind it. */
    static final int SECTION = 6;
    /** Place of a comment's text and behind it. */
    static final int COMMENT = 7;
    /** Target (in the place of a name); place of the data and behind it. */
    static final int INSTRUCTION = 8;

    private static final int LEAST = 1024;

    private static final int CODED = 16;
    private static final int NAME = 5;
    private static final int NAMESPACE = 18;
    private static final int MASK = (1 << NAMESPACE - NAME) - 1;

    private final int most;
    private int[] numbers;
    private int size;

    /** The tokens of a document of so many bytes: of more tags than text would be kept more than twice the document. */
    PlainTokens(int bytes) {
        most = LEAST + bytes / 2;
        numbers = new int[Math.min(most, LEAST + bytes / 32)];
    }

    /** What a token is of: the coded are not what their bytes are. */
    static int head(int kind, int name, int namespace, boolean coded) {
        return kind | (coded ? CODED : 0) | name << NAME | namespace << NAMESPACE;
    }

    static int kind(int head) {
        return head & CODED - 1;
    }

    static boolean coded(int head) {
        return (head & CODED) != 0;
    }

    static int name(int head) {
        return head >> NAME & MASK;
    }

    static int namespace(int head) {
        return head >> NAMESPACE;
    }

    void add(int head) throws NotPlain {
        if (size == numbers.length) {
            NotPlain.unless(size < most);
            numbers = Arrays.copyOf(numbers, Math.min(most, 2 * size));
        }
        numbers[size++] = head;
    }

    void add(int head, int place) throws NotPlain {
        add(head);
        add(place);
    }

    void add(int head, int from, int to) throws NotPlain {
        add(head);
        add(from);
        add(to);
    }

    int size() {
        return size;
    }

    int get(int index) {
        return numbers[index];
    }
}
