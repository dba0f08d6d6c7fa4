package org.rechnungseingang.service.approval.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultInterestTests {

    private final DefaultInterest interest = new DefaultInterest(Map.of(
            LocalDate.of(2024, 1, 1), new BigDecimal("3.62"),
            LocalDate.of(2024, 7, 1), new BigDecimal("3.37"),
            LocalDate.of(2025, 1, 1), new BigDecimal("2.27")));

    @ParameterizedTest
    @CsvSource({
        // 10 000 euro for a day at 12.62 per cent: 3.4575 euro.
        "1000000, 2024-06-30, 2024-06-30, 346",
        // At 12.37 per cent.
        "1000000, 2024-07-01, 2024-07-01, 339",
        // One day of each: 6.8466 euro, rounded once.
        "1000000, 2024-06-30, 2024-07-01, 685",
        // 182 days at 12.62 and 184 at 12.37 per cent: 62.927 + 62.359 euro.
        "100000, 2024-01-01, 2024-12-31, 12529",
        // The last rate holds on, the first one held before.
        "1000000, 2031-01-01, 2031-01-01, 309",
        "1000000, 2020-01-01, 2020-01-01, 346",
        // Nothing for no day, and what is less than half a cent.
        "1000000, 2024-06-30, 2024-06-29, 0",
        "14, 2024-06-30, 2024-06-30, 0"
    })
    void isNinePointsOverTheBaseRate(long cents, LocalDate from, LocalDate to, long expected) {
        assertThat(interest.of(cents, from, to)).isEqualTo(expected);
    }

    @Test
    void needsABaseRate() {
        assertThatThrownBy(() -> new DefaultInterest(Map.of())).hasMessageContaining("no base rate");
    }
}
