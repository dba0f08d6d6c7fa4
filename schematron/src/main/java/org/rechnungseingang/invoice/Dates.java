package org.rechnungseingang.invoice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** The two ways of the syntaxes to write a day. */
final class Dates {

    private static final DateTimeFormatter ISO = strict("uuuu-MM-dd");
    private static final DateTimeFormatter BASIC = strict("uuuuMMdd");
    private static final Pattern TIME_ZONE = Pattern.compile("(Z|[+-][0-9]{2}:[0-9]{2})$");

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2999;

    private Dates() {}

    /** A day of UBL: {@code 2026-11-22}, with or without a time zone. */
    static Optional<LocalDate> iso(String text) {
        if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            return day(text, 5, 8).filter(Dates::isOfThisAge);
        }
        return parse(TIME_ZONE.matcher(text).replaceFirst(""), ISO);
    }

    /** A day of CII: {@code 20261122}. */
    static Optional<LocalDate> basic(String text) {
        return text.length() == 8 ? day(text, 4, 6).filter(Dates::isOfThisAge) : parse(text, BASIC);
    }

    /** The form that all use; what is longer has a sign or a time zone and is for the formatter. */
    private static Optional<LocalDate> day(String text, int month, int day) {
        int year = number(text, 0, 4);
        int monthOfYear = number(text, month, month + 2);
        int dayOfMonth = number(text, day, day + 2);
        if (year < 0 || monthOfYear < 0 || dayOfMonth < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, monthOfYear, dayOfMonth));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** -1 if there is anything but digits. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    private static Optional<LocalDate> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format)).filter(Dates::isOfThisAge);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    // XML Schema allows any year; days beyond these are slips, and more than calendars and databases can hold.
    private static boolean isOfThisAge(LocalDate date) {
        return date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR;
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
