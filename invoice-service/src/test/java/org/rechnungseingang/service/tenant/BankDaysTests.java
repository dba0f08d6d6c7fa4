package org.rechnungseingang.service.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankDaysTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-04-03",
                "2026-04-06",
                "2026-05-01",
                "2026-12-25",
                "2028-12-26",
                "2026-11-28",
                "2026-11-29"
            })
    void leaveOutWhatTargetCloses(LocalDate day) {
        assertThat(BankDays.isBankDay(day)).isFalse();
    }

    /** Ascension, Whit Monday, Corpus Christi, German Unity, All Saints: offices are closed, and money moves. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-05-14", "2026-05-25", "2026-06-04", "2025-10-03", "2027-11-01", "2026-12-24"})
    void moveMoneyOnOtherHolidays(LocalDate day) {
        assertThat(BankDays.isBankDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25, 2026-11-24",
        // A Monday: sent on Friday.
        "2026-11-30, 2026-11-27",
        // A Saturday: what is to be there has to come on Friday.
        "2026-11-28, 2026-11-26",
        // The Tuesday after Easter: Thursday is the last bank day before Good Friday.
        "2026-04-07, 2026-04-02",
        // 28 December 2026 is a Monday after Christmas: Christmas Eve, a Thursday.
        "2026-12-28, 2026-12-24",
        "2027-01-04, 2026-12-31"
    })
    void needOneBankDayToCarryMoney(LocalDate arrival, LocalDate sent) {
        assertThat(BankDays.sendBy(arrival)).isEqualTo(sent);
    }

    @Test
    void sayOnTheLastDayWhatArrivesInTime() {
        for (LocalDate day = LocalDate.of(2025, 1, 1); day.getYear() < 2030; day = day.plusDays(1)) {
            LocalDate last = BankDays.sendBy(day);

            assertThat(BankDays.arrival(last))
                    .as("sent on %s for %s", last, day)
                    .isBeforeOrEqualTo(day);
            assertThat(BankDays.arrival(last.plusDays(1))).isAfter(day);
        }
    }
}
