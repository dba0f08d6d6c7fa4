package org.rechnungseingang.schematron.translated;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates as they are written in XML Schema. */
final class Dates {

    private static final int LENGTH = 10;

    private Dates() {}

    /** The date of a year of four digits and without a time zone; every other text is none here. */
    static @Nullable LocalDate of(String text) {
        int begin = Lexical.begin(text);
        if (Lexical.end(text, begin) - begin != LENGTH
                || text.charAt(begin + 4) != '-'
                || text.charAt(begin + 7) != '-') {
            return null;
        }
        int year = digits(text, begin, 4);
        int month = digits(text, begin + 5, 2);
        int day = digits(text, begin + 8, 2);
        if (year < 1 || month < 0 || day < 0) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The number of so many digits, or one less than zero. */
    private static int digits(String text, int begin, int count) {
        int number = 0;
        for (int i = begin; i < begin + count; i++) {
            if (!Lexical.isDigit(text.charAt(i))) {
                return -1;
            }
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }
}
