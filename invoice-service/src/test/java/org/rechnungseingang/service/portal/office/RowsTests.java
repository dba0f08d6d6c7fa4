package org.rechnungseingang.service.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.Phrase;
import org.rechnungseingang.service.portal.Wording;
import org.rechnungseingang.service.portal.WordingFixture;
import org.rechnungseingang.service.register.RegisterEntry;
import org.rechnungseingang.service.register.Stake;
import org.springframework.context.i18n.LocaleContextHolder;

class RowsTests {

    private final Wording wording = WordingFixture.wording();

    @BeforeEach
    void readGerman() {
        LocaleContextHolder.setLocale(Locale.GERMAN);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-11, '30,00 € Skonto noch 2 Tage'",
        "2026-11-12, '30,00 € Skonto noch 1 Tag'",
        "2026-11-13, '30,00 € Skonto nur heute'",
        "2026-11-14, '20,00 € Skonto noch 10 Tage'",
        "2026-11-16, '20,00 € Skonto noch 8 Tage'",
        "2026-11-24, '20,00 € Skonto nur heute'",
        "2026-11-25, –"
    })
    void nameTheFirstDiscountThatMoneyCanBeInTimeFor(LocalDate day, String written) {
        assertThat(written(on(day).of(AnEntry.with(Mark.OPEN, false)).discount()))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-05, fällig 05.12.", "2026-12-07, fällig 05.12.", "2026-12-08, 1 Tag überfällig"})
    void callOverdueWhatShouldHaveBeenPaidOnAWorkingDay(LocalDate day, String written) {
        assertThat(written(on(day).of(AnEntry.with(Mark.OPEN, false)).due())).isEqualTo(written);
    }

    @Test
    void askNobodyToPayACreditNote() {
        Listing.Row row = on(LocalDate.of(2026, 11, 12)).of(AnEntry.with(Mark.OPEN, true));

        assertThat(row.creditNote()).isTrue();
        assertThat(row.due().isGiven()).isFalse();
        assertThat(row.discount().isGiven()).isFalse();
    }

    @Test
    void nameNoDiscountOfARefusedInvoice() {
        assertThat(on(LocalDate.of(2026, 11, 12))
                        .of(AnEntry.with(Mark.REFUSED, false))
                        .discount()
                        .isGiven())
                .isFalse();
    }

    /** Once: on its last day the discount itself says it. */
    @Test
    void saysWhatIsLostUntilTomorrow() {
        RegisterEntry entry = AnEntry.with(Mark.OPEN, false, new Stake(274, LocalDate.of(2026, 11, 13)));

        assertThat(written(on(LocalDate.of(2026, 11, 26)).of(entry).stake())).isEqualTo("ab morgen 2,74 € teurer");
        assertThat(on(LocalDate.of(2026, 11, 13)).of(entry).stake().isGiven()).isFalse();
    }

    private static Rows on(LocalDate day) {
        // A quarter past midnight in Germany, when it is still the day before in London.
        return new Rows(new Notation(), Clock.fixed(Instant.parse(day.minusDays(1) + "T23:15:00Z"), ZoneOffset.UTC));
    }

    private String written(Listing.Due due) {
        Phrase phrase = due.phrase();
        return wording.text(phrase.key(), phrase.arguments()).replace('\u00a0', ' ');
    }
}
