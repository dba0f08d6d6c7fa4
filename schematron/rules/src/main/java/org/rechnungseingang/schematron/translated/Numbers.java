package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic of XPath. Decimals and integers are {@link BigDecimal}s: an integer is one that {@link #integer} or another
 * method of this package gave, every other one is a decimal without trailing zeros.
 *
 * <p>{@code null} is the empty sequence and gives the empty sequence. The methods for objects take operands whose type
 * is known only now: an untyped one is a double, a decimal beside a double is one too.
 */
public final class Numbers {

    private static final int LEAST_SCALE = 18;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Numbers() {}

    /** The integer of that value: a literal, a count, a position. */
    public static BigDecimal integer(long value) {
        return Whole.of(value);
    }

    public static @Nullable BigDecimal add(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return null;
        }
        return result(a, b, a.add(b));
    }

    public static @Nullable BigDecimal subtract(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return null;
        }
        return result(a, b, a.subtract(b));
    }

    public static @Nullable BigDecimal multiply(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return null;
        }
        return result(a, b, a.multiply(b));
    }

    /** The result of {@code div}, a decimal; an integer only where Saxon makes it one. */
    public static @Nullable BigDecimal divide(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return null;
        }
        requireDivisor(b);
        return a instanceof Whole left && b instanceof Whole right ? ofIntegers(left, right) : quotient(a, b);
    }

    /** Saxon divides two integers of 31 bits as such, keeps the zeros of longer ones out, and their scale with them. */
    private static BigDecimal ofIntegers(Whole a, Whole b) {
        if (!a.isShort() || !b.isShort()) {
            return quotient(a.stripTrailingZeros(), b.stripTrailingZeros());
        }
        long left = a.longValue();
        long right = b.longValue();
        return left % right == 0 ? Whole.of(left / right) : quotient(a, b);
    }

    private static BigDecimal quotient(BigDecimal a, BigDecimal b) {
        if (b.compareTo(HUNDRED) == 0) {
            // Two digits more are never more than the scale, so that nothing is rounded.
            return a.scaleByPowerOfTen(-2).stripTrailingZeros();
        }
        int scale = Math.max(LEAST_SCALE, a.scale() - b.scale() + LEAST_SCALE);
        return a.divide(b, scale, RoundingMode.HALF_DOWN).stripTrailingZeros();
    }

    /** The result of {@code idiv}, an integer. */
    public static @Nullable BigDecimal idiv(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return null;
        }
        requireDivisor(b);
        return Whole.of(a.divideToIntegralValue(b).toBigInteger());
    }

    public static @Nullable BigDecimal mod(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return null;
        }
        requireDivisor(b);
        return result(a, b, a.remainder(b));
    }

    private static void requireDivisor(BigDecimal b) {
        if (b.signum() == 0) {
            throw new Doubtful("division by zero");
        }
    }

    private static BigDecimal result(BigDecimal a, BigDecimal b, BigDecimal result) {
        return Whole.areBoth(a, b) ? Whole.of(result) : result.stripTrailingZeros();
    }

    public static @Nullable Double add(@Nullable Double a, @Nullable Double b) {
        return a == null || b == null ? null : Double.valueOf(a + b);
    }

    public static @Nullable Double subtract(@Nullable Double a, @Nullable Double b) {
        return a == null || b == null ? null : Double.valueOf(a - b);
    }

    public static @Nullable Double multiply(@Nullable Double a, @Nullable Double b) {
        return a == null || b == null ? null : Double.valueOf(a * b);
    }

    /** Division of doubles knows infinity, so that nothing is wrong with zero. */
    public static @Nullable Double divide(@Nullable Double a, @Nullable Double b) {
        return a == null || b == null ? null : Double.valueOf(a / b);
    }

    /** The result of {@code idiv}, an integer. */
    public static @Nullable BigDecimal idiv(@Nullable Double a, @Nullable Double b) {
        if (a == null || b == null) {
            return null;
        }
        if (b == 0 || b.isNaN() || a.isNaN() || a.isInfinite()) {
            throw new Doubtful("idiv of no numbers");
        }
        return Casts.integer(Double.valueOf(a / b));
    }

    public static @Nullable Double mod(@Nullable Double a, @Nullable Double b) {
        return a == null || b == null ? null : Double.valueOf(a % b);
    }

    public static @Nullable Object add(@Nullable Object a, @Nullable Object b) {
        return Arithmetic.of(a, b, Numbers::add, Numbers::add);
    }

    public static @Nullable Object subtract(@Nullable Object a, @Nullable Object b) {
        return Arithmetic.of(a, b, Numbers::subtract, Numbers::subtract);
    }

    public static @Nullable Object multiply(@Nullable Object a, @Nullable Object b) {
        return Arithmetic.of(a, b, Numbers::multiply, Numbers::multiply);
    }

    public static @Nullable Object divide(@Nullable Object a, @Nullable Object b) {
        return Arithmetic.of(a, b, Numbers::divide, Numbers::divide);
    }

    public static @Nullable Object idiv(@Nullable Object a, @Nullable Object b) {
        return Arithmetic.of(a, b, Numbers::idiv, Numbers::idiv);
    }

    public static @Nullable Object mod(@Nullable Object a, @Nullable Object b) {
        return Arithmetic.of(a, b, Numbers::mod, Numbers::mod);
    }

    /** fn:sum in the order of the values, untyped ones as doubles; of nothing the integer zero. */
    public static Object sum(List<?> values) {
        return Sum.of(values);
    }

    /** Rounded to the nearest whole number, a half upwards: also of a negative one. */
    public static @Nullable BigDecimal round(@Nullable BigDecimal value) {
        return value == null ? null : Rounding.of(value, 0);
    }

    public static @Nullable Double round(@Nullable Double value) {
        return value == null ? null : Rounding.of(value, 0);
    }

    public static @Nullable Object round(@Nullable Object value) {
        return value == null ? null : Rounding.of(Arithmetic.operand(value), 0);
    }

    /** Rounded to that many digits after the point; not before it. */
    public static @Nullable BigDecimal round(@Nullable BigDecimal value, BigDecimal digits) {
        return value == null ? null : Rounding.of(value, Rounding.digits(digits));
    }

    public static @Nullable Double round(@Nullable Double value, BigDecimal digits) {
        return value == null ? null : Rounding.of(value, Rounding.digits(digits));
    }

    public static @Nullable Object round(@Nullable Object value, BigDecimal digits) {
        return value == null ? null : Rounding.of(Arithmetic.operand(value), Rounding.digits(digits));
    }

    public static @Nullable BigDecimal abs(@Nullable BigDecimal value) {
        return value == null || value.signum() > 0 ? value : negate(value);
    }

    public static @Nullable Double abs(@Nullable Double value) {
        return value == null ? null : Double.valueOf(Math.abs(value));
    }

    public static @Nullable Object abs(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        Object number = Arithmetic.operand(value);
        return number instanceof BigDecimal decimal ? abs(decimal) : abs((Double) number);
    }

    public static @Nullable BigDecimal negate(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        return value instanceof Whole
                ? Whole.of(value.negate())
                : value.negate().stripTrailingZeros();
    }

    public static @Nullable Double negate(@Nullable Double value) {
        return value == null ? null : Double.valueOf(-value);
    }

    public static @Nullable Object negate(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        Object number = Arithmetic.operand(value);
        return number instanceof BigDecimal decimal ? negate(decimal) : negate((Double) number);
    }
}
