package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Decimals and integers as they are written. */
final class Decimals {

    private static final int LONG = 18;

    /** From this length on Saxon takes another way for integers. */
    private static final int LONG_INTEGER = 16;

    private Decimals() {}

    /** The decimal without trailing zeros. */
    static BigDecimal of(String text) {
        int begin = Lexical.begin(text);
        int end = Lexical.end(text, begin);
        return end - begin <= LONG ? ofFew(text, begin, end) : ofMany(text);
    }

    private static BigDecimal ofMany(String text) {
        if (!Lexical.isDecimal(text)) {
            throw notCastable();
        }
        return new BigDecimal(Lexical.trimmed(text)).stripTrailingZeros();
    }

    private static BigDecimal ofFew(String text, int begin, int end) {
        long digits = 0;
        int point = -1;
        int first = begin + Lexical.sign(text, begin, end);
        for (int i = first; i < end; i++) {
            char c = text.charAt(i);
            if (Lexical.isDigit(c)) {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                throw notCastable();
            }
        }
        if (end - first == (point < 0 ? 0 : 1)) {
            throw notCastable();
        }
        int scale = point < 0 ? 0 : end - point - 1;
        return stripped(text.charAt(begin) == '-' ? -digits : digits, scale);
    }

    private static BigDecimal stripped(long digits, int scale) {
        if (digits == 0) {
            return BigDecimal.ZERO;
        }
        long rest = digits;
        int places = scale;
        while (rest % 10 == 0) {
            rest /= 10;
            places--;
        }
        return BigDecimal.valueOf(rest, places);
    }

    /** The integer; one that Saxon treats in unusual ways is doubtful. */
    static BigDecimal integer(String text) {
        if (!Lexical.isInteger(text)) {
            throw new Doubtful(isLongInteger(text) ? "integer of odd digits" : "cast to integer");
        }
        String digits = Lexical.trimmed(text);
        if (digits.length() < LONG_INTEGER) {
            return Whole.of(Long.parseLong(digits));
        }
        BigInteger value = new BigInteger(digits);
        if (value.signum() == 0) {
            throw new Doubtful("integer of odd digits");
        }
        return Whole.of(value);
    }

    /** Whether Saxon takes a long text for an integer that is none: from 16 characters on it asks Java. */
    static boolean isLongInteger(String text) {
        return text.length() >= LONG_INTEGER && SaxonWords.isInteger(text);
    }

    private static Doubtful notCastable() {
        return new Doubtful("cast to decimal");
    }
}
