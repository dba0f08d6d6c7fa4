package org.rechnungseingang.service.tenant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days on which banks settle payments in euro (TARGET, closing days by the European Central Bank's decision of 2000):
 * Monday to Friday but for 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December. Another calendar than that of
 * {@link WorkingDays}: on Corpus Christi money moves, and no deadline ends.
 */
public final class BankDays {

    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    /** Good Friday and Easter Monday, in days from Easter Sunday. */
    private static final Set<Long> FROM_EASTER = Set.of(-2L, 1L);

    private BankDays() {}

    /**
     * The last day on which a bank can be told to transfer money that has to have arrived by the end of that day: it takes
     * one bank day (§ 675s BGB).
     */
    public static LocalDate sendBy(LocalDate arrival) {
        return onOrBefore(onOrBefore(arrival).minusDays(1));
    }

    /** The day on which money arrives if a bank is told on that day to transfer it. */
    public static LocalDate arrival(LocalDate told) {
        return onOrAfter(onOrAfter(told).plusDays(1));
    }

    private static LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isBankDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    private static LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isBankDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    static boolean isBankDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FIXED.contains(MonthDay.from(day))
                && !FROM_EASTER.contains(
                        day.toEpochDay() - WorkingDays.easter(day.getYear()).toEpochDay());
    }
}
