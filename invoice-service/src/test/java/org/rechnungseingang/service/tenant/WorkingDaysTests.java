package org.rechnungseingang.service.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1943-04-25",
                "1954-04-18",
                "1981-04-19",
                "2000-04-23",
                "2008-03-23",
                "2011-04-24",
                "2024-03-31",
                "2025-04-20",
                "2026-04-05",
                "2027-03-28",
                "2038-04-25",
                "2100-03-28"
            })
    void knowEasterSunday(LocalDate day) {
        assertThat(WorkingDays.easter(day.getYear())).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-04-03",
                "2026-04-06",
                "2026-05-01",
                "2026-05-14",
                "2026-05-25",
                "2026-06-04",
                "2027-10-03",
                "2027-11-01",
                "2026-12-25",
                "2028-12-26"
            })
    void leaveOutTheHolidaysOfNorthRhineWestphalia(LocalDate day) {
        assertThat(WorkingDays.isWorkingDay(day)).isFalse();
    }

    // Holidays elsewhere in Germany, and days that only banks keep or that many take off.
    @ParameterizedTest
    @ValueSource(strings = {"2026-01-06", "2026-08-14", "2025-10-31", "2026-12-24", "2026-12-31", "2026-02-16"})
    void workOnOtherDays(LocalDate day) {
        assertThat(WorkingDays.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-20",
        "2026-11-21, 2026-11-23",
        "2026-11-22, 2026-11-23",
        "2026-04-03, 2026-04-07",
        "2026-12-25, 2026-12-28"
    })
    void endADeadlineOnTheNextOfThem(LocalDate day, LocalDate end) {
        assertThat(WorkingDays.onOrAfter(day)).isEqualTo(end);
    }

    @Test
    void tellInBothDirectionsTheSameOfEveryDeadline() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        first.datesUntil(first.plusYears(3))
                .forEach(today -> today.minusDays(9)
                        .datesUntil(today.plusDays(9))
                        .forEach(deadline -> assertThat(deadline.isAfter(WorkingDays.onOrBefore(today)))
                                .as("%s on %s", deadline, today)
                                .isEqualTo(WorkingDays.onOrAfter(deadline).isAfter(today))));
    }
}
