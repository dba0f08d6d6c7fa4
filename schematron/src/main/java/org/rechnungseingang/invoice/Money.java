package org.rechnungseingang.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * An amount of money exactly as it was written, with its currency. Nothing is ever rounded on the way; where a rule
 * asks for rounding the method says so.
 *
 * @param amount the exact amount in units of the currency, with the decimals that were written
 * @param currency ISO 4217, three capital letters; {@link #NO_CURRENCY} where the document names none
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

    /** ISO 4217's code for "no currency". */
    public static final String NO_CURRENCY = "XXX";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Refuses a currency that is not three capital letters. */
    public Money {
        if (!isCurrency(currency)) {
            throw new IllegalArgumentException("not a currency: " + currency);
        }
    }

    /** The exact amount in that currency. */
    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount, currency);
    }

    /** An amount of whole cents. */
    public static Money ofCents(long cents, String currency) {
        return new Money(BigDecimal.valueOf(cents, 2), currency);
    }

    /** True for text that may stand as a currency, whether or not ISO 4217 has it. */
    static boolean isCurrency(String text) {
        return text.length() == 3
                && isCapital(text.charAt(0))
                && isCapital(text.charAt(1))
                && isCapital(text.charAt(2));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** Hundredths of the unit; empty if the amount has a fraction of a cent or does not fit, never rounded. */
    public OptionalLong cents() {
        try {
            return OptionalLong.of(amount.movePointRight(2).longValueExact());
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /** The sum, exact; both in one currency. */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /** The difference, exact; both in one currency. */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    /** So many per cent of the amount, rounded half up to cents (as XRechnung wants it for Skonto). */
    public Money percent(BigDecimal percent) {
        return new Money(amount.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP), currency);
    }

    /** Minus one, zero or one. */
    public int signum() {
        return amount.signum();
    }

    /** Orders by amount; both in one currency. Not consistent with equals: 10.0 and 10.00 compare as the same. */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
        }
        return other;
    }
}
