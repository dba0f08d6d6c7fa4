package org.rechnungseingang.service.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class NotationTests {

    private final Notation notation = new Notation();

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | 1234.56     | EUR | 1.234,56 €",
                "en | 1234.56     | EUR | €1,234.56",
                "de | 126840.1    | EUR | 126.840,10 €",
                "de | 0.00475     | EUR | 0,00475 €",
                "de | -17         | EUR | -17,00 €",
                "en | -17         | EUR | -€17.00",
                "de | 12.5        | XYZ | 12,50 XYZ",
                "de | 99999999999999999999.99 | EUR | 99.999.999.999.999.999.999,99 €"
            })
    void writesMoneyWithEveryDecimalThatWasWritten(String language, BigDecimal amount, String currency, String text) {
        readIn(language);
        assertThat(notation.money(amount, currency).replace('\u00a0', ' ')).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"de | 22.11.2026 | 22.11.", "en | 22 Nov 2026 | 22 Nov"})
    void writesDays(String language, String date, String day) {
        readIn(language);
        assertThat(notation.date(LocalDate.of(2026, 11, 22))).isEqualTo(date);
        assertThat(notation.day(LocalDate.of(2026, 11, 22))).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"de | 01.07.2026, 00:30", "en | 1 Jul 2026, 00:30"})
    void writesTimesOfTheTownsClocks(String language, String minute) {
        readIn(language);
        assertThat(notation.minute(Instant.parse("2026-06-30T22:30:00Z"))).isEqualTo(minute);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"de | 19 %", "en | 19%"})
    void writesPercentages(String language, String text) {
        readIn(language);
        assertThat(notation.percent(new BigDecimal("19.00")).replace('\u00a0', ' '))
                .isEqualTo(text);
    }

    private static void readIn(String language) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
    }

    @Test
    void writesSizesInUnitsThatOneCanRead() {
        readIn("de");

        assertThat(notation.size(1)).isEqualTo("1\u00a0KB");
        assertThat(notation.size(12_500)).isEqualTo("12\u00a0KB");
        assertThat(notation.size(1_468_006)).isEqualTo("1,4\u00a0MB");
        assertThat(notation.size(15L << 20)).isEqualTo("15\u00a0MB");
    }
}
