package org.rechnungseingang.document;

import java.util.List;

/** Holds the bounds of digits within one element, over the bytes of its texts and of its attributes. */
final class Digits {

    /** How the names of elements end that UBL and CII give to numbers. */
    private static final List<String> NUMBERS = List.of("Amount", "Quantity", "Percent", "Numeric", "Rate", "Measure");

    private final byte[] bytes;
    private final int mostOfNumber;
    private final int mostInARow;
    private boolean number;
    private int count;

    Digits(byte[] bytes, Bounds bounds) {
        this.bytes = bytes;
        this.mostOfNumber = bounds.digits();
        this.mostInARow = bounds.digitRun();
    }

    /** Whether an element of that name holds a number that rules compute with. */
    static boolean isNumber(String localName) {
        for (String end : NUMBERS) {
            if (localName.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /** Begins anew at the start and the end of an element. */
    void element(boolean number) {
        this.number = number;
        count = 0;
    }

    /** Whether an attribute's value is within the bounds. */
    boolean holdAttribute(int from, int to) {
        count = 0;
        return holdRuns(from, to);
    }

    /** Whether the element is still within the bounds with this piece of its text. */
    boolean holdText(int from, int to) {
        return number ? holdNumber(from, to) : holdRuns(from, to);
    }

    private boolean holdNumber(int from, int to) {
        for (int at = from; at < to; at++) {
            if (isDigit(bytes[at])) {
                count++;
            }
        }
        return count <= mostOfNumber;
    }

    /** Looks only so often that no run can slip through: megabytes of attachments have no long ones. */
    private boolean holdRuns(int from, int to) {
        int at = afterRun(from, to);
        count += at - from;
        while (at < to) {
            if (count > mostInARow) {
                return false;
            }
            int probe = Math.min(at + mostInARow, to - 1);
            int start = beforeRun(at, probe + 1);
            at = afterRun(probe + 1, to);
            count = at - start;
        }
        return count <= mostInARow;
    }

    private int afterRun(int from, int to) {
        int at = from;
        while (at < to && isDigit(bytes[at])) {
            at++;
        }
        return at;
    }

    private int beforeRun(int from, int to) {
        int at = to;
        while (at > from && isDigit(bytes[at - 1])) {
            at--;
        }
        return at;
    }
}
