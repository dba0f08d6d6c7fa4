package org.rechnungseingang.service.portal.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.approval.clocks.DefaultInterest;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.portal.Notation;
import org.springframework.context.i18n.LocaleContextHolder;

class DeadlinesTests {

    private static final Instant MONDAY = Instant.parse("2026-11-16T10:00:00Z");

    private final Deadlines deadlines = new Deadlines(
            new DefaultInterest(Map.of(LocalDate.of(2020, 1, 1), BigDecimal.ONE)),
            new Notation(),
            Clock.fixed(MONDAY, ZoneOffset.UTC));

    @BeforeEach
    void readGerman() {
        LocaleContextHolder.setLocale(Locale.GERMAN);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    /** Of 1 000 euro, received on 5 November, due on Saturday, 5 December. */
    @Test
    void sayByWhenTheBankHasToBeTold() {
        Deadlines.Card card = deadlines.of(AnEntry.with(Mark.OPEN, false)).orElseThrow();

        assertThat(card.deadlines())
                .extracting(Deadlines.Deadline::key, Deadlines.Deadline::end, Deadlines.Deadline::sendBy)
                .containsExactly(
                        tuple("clock.DISCOUNT", "16.11.2026", "13.11.2026"),
                        tuple("clock.DISCOUNT", "25.11.2026", "24.11.2026"),
                        tuple("clock.DUE", "07.12.2026", "04.12.2026"),
                        tuple("clock.DEFAULT", "04.01.2027", "31.12.2026"));
        assertThat(card.deadlines()).extracting(Deadlines.Deadline::over).containsExactly(true, false, false, false);
        assertThat(plain(card.deadlines().get(1).worth())).isEqualTo("20,00 €");
        assertThat(card.deadlines().get(2).worth()).isEmpty();
        assertThat(plain(card.interest())).isEqualTo("0,27 €");
    }

    @Test
    void areNoneWhereNobodyHasToPay() {
        assertThat(deadlines.of(AnEntry.with(Mark.OPEN, true))).isEmpty();
        assertThat(deadlines.of(AnEntry.with(Mark.REFUSED, false))).isEmpty();
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
