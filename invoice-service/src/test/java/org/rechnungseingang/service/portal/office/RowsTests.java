package org.rechnungseingang.service.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.Phrase;
import org.rechnungseingang.service.portal.Wording;
import org.rechnungseingang.service.portal.WordingFixture;
import org.rechnungseingang.service.register.RegisterEntry;
import org.rechnungseingang.service.register.RegisterEntry.Discount;
import org.rechnungseingang.service.register.Stake;
import org.springframework.context.i18n.LocaleContextHolder;

class RowsTests {

    /** A Sunday and a Wednesday: the bank has to be told on Friday, the 13th, and on Tuesday, the 24th. */
    private static final List<Discount> TWO_TIERS =
            List.of(new Discount(LocalDate.of(2026, 11, 15), 3_000), new Discount(LocalDate.of(2026, 11, 25), 2_000));

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
        assertThat(written(on(day).of(entry(Mark.OPEN, false)).discount())).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-05, fällig 05.12.", "2026-12-07, fällig 05.12.", "2026-12-08, 1 Tag überfällig"})
    void callOverdueWhatShouldHaveBeenPaidOnAWorkingDay(LocalDate day, String written) {
        assertThat(written(on(day).of(entry(Mark.OPEN, false)).due())).isEqualTo(written);
    }

    @Test
    void askNobodyToPayACreditNote() {
        Listing.Row row = on(LocalDate.of(2026, 11, 12)).of(entry(Mark.OPEN, true));

        assertThat(row.creditNote()).isTrue();
        assertThat(row.due().isGiven()).isFalse();
        assertThat(row.discount().isGiven()).isFalse();
    }

    @Test
    void nameNoDiscountOfARefusedInvoice() {
        assertThat(on(LocalDate.of(2026, 11, 12))
                        .of(entry(Mark.REFUSED, false))
                        .discount()
                        .isGiven())
                .isFalse();
    }

    /** Once: on its last day the discount itself says it. */
    @Test
    void saysWhatIsLostUntilTomorrow() {
        RegisterEntry entry = entry(Mark.OPEN, false, new Stake(274, LocalDate.of(2026, 11, 13)));

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

    private static RegisterEntry entry(Mark mark, boolean creditNote) {
        return entry(mark, creditNote, new Stake(0, LocalDate.of(2026, 11, 13)));
    }

    private static RegisterEntry entry(Mark mark, boolean creditNote, Stake stake) {
        return new RegisterEntry(
                new CaseId(UUID.randomUUID()),
                ReceiptNumber.of("BIG-2026-0017000-93").orElseThrow(),
                Station.CHECKED,
                mark,
                Optional.empty(),
                Channel.UPLOAD,
                Optional.empty(),
                Instant.parse("2026-11-05T10:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.of("XRechnung 3.0 UBL"),
                Optional.of("Saubermann"),
                Optional.of("RE-1"),
                creditNote,
                Optional.of(LocalDate.of(2026, 11, 5)),
                Optional.of(LocalDate.of(2026, 12, 5)),
                TWO_TIERS,
                Optional.of("EUR"),
                OptionalLong.of(100_000),
                Optional.empty(),
                Optional.empty(),
                false,
                stake);
    }
}
