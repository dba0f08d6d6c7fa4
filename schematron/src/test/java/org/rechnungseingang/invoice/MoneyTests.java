package org.rechnungseingang.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "12.34, 1234",
        "12.340000, 1234",
        "-0.01, -1",
        "1E+2, 10000",
        "92233720368547758.07, 9223372036854775807"
    })
    void knowsItsCents(BigDecimal amount, long cents) {
        assertThat(Money.of(amount, "EUR").cents()).hasValue(cents);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "158.125", "92233720368547758.08", "1E+400"})
    void roundsNothingToFitIntoCents(BigDecimal amount) {
        assertThat(Money.of(amount, "EUR").cents()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void keepsTheDecimalsThatWereWritten() {
        assertThat(Money.of(new BigDecimal("10.500"), "EUR")).hasToString("10.500 EUR");
    }

    @Test
    void doesNotMixCurrencies() {
        Money euros = Money.ofCents(1, "EUR");
        Money dollars = Money.ofCents(1, "USD");
        assertThatThrownBy(() -> euros.plus(dollars)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euros.minus(dollars)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euros.compareTo(dollars)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Euro", "eur", "EURO", "€", "E1R"})
    void refusesWhatIsNoCurrency(String currency) {
        assertThatThrownBy(() -> Money.ofCents(1, currency)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "100.00, 2.25, 2.25",
        "357.93, 2, 7.16",
        "0.50, 1, 0.01",
        "0.49, 1, 0.00",
        "-0.50, 1, -0.01",
        "99.99, 0, 0.00"
    })
    void takesAPercentageRoundedHalfUp(BigDecimal amount, BigDecimal percent, BigDecimal expected) {
        assertThat(Money.of(amount, "EUR").percent(percent)).isEqualTo(Money.of(expected, "EUR"));
    }

    static LongStream randomCents() {
        return new Random(7).longs(200, -1_000_000_000_000L, 1_000_000_000_000L);
    }

    @ParameterizedTest
    @MethodSource("randomCents")
    void addsExactly(long cents) {
        Money money = Money.ofCents(cents, "EUR");
        Money other = Money.ofCents(cents / 3 + 7, "EUR");
        assertThat(money.cents()).hasValue(cents);
        assertThat(money.plus(other).minus(other)).isEqualTo(money);
        assertThat(money.minus(money).signum()).isZero();
        assertThat(money.plus(other).cents()).hasValue(cents + cents / 3 + 7);
        assertThat(Integer.signum(money.compareTo(other))).isEqualTo(Long.compare(cents, cents / 3 + 7));
    }
}
