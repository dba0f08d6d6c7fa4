package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A value of type xs:integer.
 *
 * <p>An integer and a decimal of the same value behave differently: the sum of two integers stays one, the sum of two
 * decimals loses its trailing zeros, and the scale decides how many digits a later division has.
 */
final class Whole extends BigDecimal {

    private static final long serialVersionUID = 1L;

    private static final int SMALL = 128;
    private static final Whole[] SMALL_ONES = new Whole[SMALL];

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal SHORT = BigDecimal.valueOf(1L << 31);

    static {
        for (int i = 0; i < SMALL; i++) {
            SMALL_ONES[i] = new Whole(i);
        }
    }

    private Whole(long value) {
        super(value);
    }

    private Whole(BigInteger value) {
        super(value);
    }

    static Whole of(long value) {
        return value >= 0 && value < SMALL ? SMALL_ONES[(int) value] : new Whole(value);
    }

    static Whole of(BigInteger value) {
        return value.bitLength() < Long.SIZE ? of(value.longValue()) : new Whole(value);
    }

    /** An integer that an operation on integers gave. */
    static Whole of(BigDecimal value) {
        return of(value.toBigIntegerExact());
    }

    static boolean areBoth(BigDecimal left, BigDecimal right) {
        return left instanceof Whole && right instanceof Whole;
    }

    /** Whether Saxon holds it in 64 bits; it treats larger ones in other ways. */
    static boolean isLong(BigDecimal value) {
        return value instanceof Whole && value.compareTo(MOST) <= 0 && value.compareTo(LEAST) >= 0;
    }

    /** Whether Saxon divides it in 64 bits: not a negative one, whatever its size. */
    boolean isShort() {
        return signum() >= 0 && compareTo(SHORT) < 0;
    }
}
