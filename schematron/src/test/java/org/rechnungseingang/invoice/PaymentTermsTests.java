package org.rechnungseingang.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Skonto in BT-20, by BR-DE-18. */
class PaymentTermsTests {

    private static final Money HUNDRED = Money.ofCents(10_000, "EUR");

    @Test
    void readsSkontoLinesAndKeepsTheFreeText() {
        PaymentTerms terms = PaymentTerms.of("""
                Zahlbar in 30 Tagen.
                #SKONTO#TAGE=14#PROZENT=2.25#
                #SKONTO#TAGE=7#PROZENT=3.00#BASISBETRAG=357.93#
                Danke!
                """);
        assertThat(terms.skonti())
                .containsExactly(
                        new Skonto(14, new BigDecimal("2.25"), Optional.empty(), Optional.empty(), Optional.empty()),
                        new Skonto(
                                7,
                                new BigDecimal("3.00"),
                                Optional.of(new BigDecimal("357.93")),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(terms.freeText()).isEqualTo("Zahlbar in 30 Tagen.\nDanke!");
        assertThat(terms.isWellFormed()).isTrue();
    }

    @Test
    void takesFreeTextAsItIs() {
        PaymentTerms terms = PaymentTerms.of("Zahlbar sofort, 3 % Skonto");
        assertThat(terms.skonti()).isEmpty();
        assertThat(terms.freeText()).isEqualTo("Zahlbar sofort, 3 % Skonto");
        assertThat(terms.isWellFormed()).isTrue();
    }

    @Test
    void readsALineWithoutLineBreakButSaysSo() {
        PaymentTerms terms = PaymentTerms.of("#SKONTO#TAGE=14#PROZENT=2.25#");
        assertThat(terms.skonti()).hasSize(1);
        assertThat(terms.lastLineBreakMissing()).isTrue();
        assertThat(terms.isWellFormed()).isFalse();
    }

    @Test
    void wantsTheLineBreakAfterTheLastSkontoLineOnly() {
        assertThat(PaymentTerms.of("#SKONTO#TAGE=14#PROZENT=2.25#  \nsonst netto")
                        .lastLineBreakMissing())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#SKONTO#TAGE=14#PROZENT=2,25#",
                "#SKONTO#TAGE=14#PROZENT=2#",
                "#SKONTO#TAGE=14#PROZENT=2.255#",
                "#SKONTO#TAGE=-1#PROZENT=2.25#",
                "#SKONTO#TAGE=9999999#PROZENT=2.25#",
                "#Skonto#TAGE=14#PROZENT=2.25#",
                "#SKONTO#TAGE= 14#PROZENT=2.25#",
                "#SKONTO#TAGE=14#PROZENT=2.25",
                "#SKONTO#TAGE=14#PROZENT=2.25#Text",
                "#SKONTO#TAGE=14#PROZENT=2.25#BASISBETRAG=23#",
                "#VERZUG#TAGE=14#PROZENT=2.25#",
                "#SKONTO#TAGE=١٤#PROZENT=2.25#",
                "#1 Lieferant"
            })
    void listsLinesThatLookLikeSkontoAndAreNone(String line) {
        PaymentTerms terms = PaymentTerms.of(line + "\n");
        assertThat(terms.malformedLines()).containsExactly(line);
        assertThat(terms.skonti()).isEmpty();
        assertThat(terms.isWellFormed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2.25, , 2.25", "3.00, 50.00, 1.50", "2.00, 0.25, 0.01", "0.00, , 0.00"})
    void computesTheDiscount(BigDecimal percent, BigDecimal base, BigDecimal discount) {
        Skonto skonto = new Skonto(14, percent, Optional.ofNullable(base), Optional.empty(), Optional.empty());
        assertThat(skonto.discount(HUNDRED)).isEqualTo(Money.of(discount, "EUR"));
    }

    @Test
    void takesAFixedAmountAsItIs() {
        Skonto skonto =
                new Skonto(14, BigDecimal.ZERO, Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("7.5")));
        assertThat(skonto.discount(HUNDRED)).isEqualTo(Money.of(new BigDecimal("7.5"), "EUR"));
    }

    @Test
    void countsTheDaysFromTheStart() {
        assertThat(new Skonto(14, BigDecimal.ONE, Optional.empty(), Optional.empty(), Optional.empty())
                        .lastDay(LocalDate.of(2028, 2, 20)))
                .isEqualTo(LocalDate.of(2028, 3, 5));
    }

    @Test
    void countsTheDaysFromTheDayTheInvoiceNames() {
        Skonto skonto = new Skonto(
                10, BigDecimal.ONE, Optional.empty(), Optional.of(LocalDate.of(2026, 12, 1)), Optional.empty());
        assertThat(skonto.lastDay(LocalDate.of(2026, 11, 1))).isEqualTo(LocalDate.of(2026, 12, 11));
    }

    static Stream<Skonto> randomSkonti() {
        Random random = new Random(99);
        return Stream.generate(() -> new Skonto(
                        random.nextInt(1000),
                        BigDecimal.valueOf(random.nextInt(10_000), 2),
                        Optional.of(BigDecimal.valueOf(random.nextInt(10_000_000), 2))
                                .filter(b -> random.nextBoolean()),
                        Optional.empty(),
                        Optional.empty()))
                .limit(200);
    }

    @ParameterizedTest
    @MethodSource("randomSkonti")
    void readsEveryLineInTheOfficialForm(Skonto skonto) {
        String line = "#SKONTO#TAGE=" + skonto.days() + "#PROZENT=" + skonto.percent()
                + skonto.base().map(base -> "#BASISBETRAG=" + base).orElse("") + "#";
        PaymentTerms terms = PaymentTerms.of("Text davor\r\n  " + line + " \r\nText danach");
        assertThat(terms.skonti()).containsExactly(skonto);
        assertThat(terms.isWellFormed()).isTrue();
        assertThat(terms.freeText()).isEqualTo("Text davor\nText danach");
        assertThat(skonto.discount(HUNDRED).cents()).isPresent();
    }
}
