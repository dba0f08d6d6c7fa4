package org.rechnungseingang.service.tenant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days on which a deadline can end (§ 193 BGB): not a Saturday, not a Sunday, not a public holiday in North
 * Rhine-Westphalia (Feiertagsgesetz NW § 2). A deadline that ends on another day ends on the next working day.
 */
public final class WorkingDays {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(10, 3),
            MonthDay.of(11, 1),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));

    /** Good Friday, Easter Monday, Ascension, Whit Monday, Corpus Christi, in days from Easter Sunday. */
    private static final Set<Long> FROM_EASTER = Set.of(-2L, 1L, 39L, 50L, 60L);

    private WorkingDays() {}

    /** The day on which a deadline really ends: that day or the next working day. */
    public static LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The last working day up to that day: of deadlines up to it, and no later ones, the end has come by that day. */
    public static LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FIXED.contains(MonthDay.from(day))
                && !FROM_EASTER.contains(
                        day.toEpochDay() - easter(day.getYear()).toEpochDay());
    }

    /** Easter Sunday of the Gregorian calendar, by Lichtenberg's form of Gauss's rule. */
    static LocalDate easter(int year) {
        int century = year / 100;
        int moon = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
        int sun = 2 - (3 * century + 3) / 4;
        int golden = year % 19;
        int seed = (19 * golden + moon) % 30;
        int correction = (seed + golden / 11) / 29;
        int fullMoon = 21 + seed - correction;
        int sunday = 7 - (year + year / 4 + sun) % 7;
        int march = fullMoon + 7 - Math.floorMod(fullMoon - sunday, 7);
        return LocalDate.of(year, 3, 1).plusDays(march - 1L);
    }
}
