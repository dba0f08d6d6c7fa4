package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons of XPath between at most two items; false if one of them is absent, which is right for {@code =} and for
 * {@code eq} in a test.
 */
public final class Comparisons {

    private Comparisons() {}

    public static boolean eq(@Nullable String a, @Nullable String b) {
        return a != null && a.equals(b);
    }

    public static boolean ne(@Nullable String a, @Nullable String b) {
        return a != null && b != null && !a.equals(b);
    }

    public static boolean lt(@Nullable String a, @Nullable String b) {
        return a != null && b != null && order(a, b) < 0;
    }

    public static boolean le(@Nullable String a, @Nullable String b) {
        return a != null && b != null && order(a, b) <= 0;
    }

    public static boolean gt(@Nullable String a, @Nullable String b) {
        return a != null && b != null && order(a, b) > 0;
    }

    public static boolean ge(@Nullable String a, @Nullable String b) {
        return a != null && b != null && order(a, b) >= 0;
    }

    public static boolean eq(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) == 0;
    }

    public static boolean ne(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) != 0;
    }

    public static boolean lt(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) < 0;
    }

    public static boolean le(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) <= 0;
    }

    public static boolean gt(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) > 0;
    }

    public static boolean ge(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) >= 0;
    }

    public static boolean eq(@Nullable Double a, @Nullable Double b) {
        return a != null && b != null && Operator.EQ.holds(a, b);
    }

    public static boolean ne(@Nullable Double a, @Nullable Double b) {
        return a != null && b != null && Operator.NE.holds(a, b);
    }

    public static boolean lt(@Nullable Double a, @Nullable Double b) {
        return a != null && b != null && Operator.LT.holds(a, b);
    }

    public static boolean le(@Nullable Double a, @Nullable Double b) {
        return a != null && b != null && Operator.LE.holds(a, b);
    }

    public static boolean gt(@Nullable Double a, @Nullable Double b) {
        return a != null && b != null && Operator.GT.holds(a, b);
    }

    public static boolean ge(@Nullable Double a, @Nullable Double b) {
        return a != null && b != null && Operator.GE.holds(a, b);
    }

    public static boolean eq(@Nullable Boolean a, @Nullable Boolean b) {
        return a != null && a.equals(b);
    }

    public static boolean ne(@Nullable Boolean a, @Nullable Boolean b) {
        return a != null && b != null && !a.equals(b);
    }

    public static boolean lt(@Nullable Boolean a, @Nullable Boolean b) {
        return a != null && b != null && a.compareTo(b) < 0;
    }

    public static boolean le(@Nullable Boolean a, @Nullable Boolean b) {
        return a != null && b != null && a.compareTo(b) <= 0;
    }

    public static boolean gt(@Nullable Boolean a, @Nullable Boolean b) {
        return a != null && b != null && a.compareTo(b) > 0;
    }

    public static boolean ge(@Nullable Boolean a, @Nullable Boolean b) {
        return a != null && b != null && a.compareTo(b) >= 0;
    }

    public static boolean eq(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && a.equals(b);
    }

    public static boolean ne(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && b != null && !a.equals(b);
    }

    public static boolean lt(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && b != null && a.isBefore(b);
    }

    public static boolean le(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && b != null && !a.isAfter(b);
    }

    public static boolean gt(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && b != null && a.isAfter(b);
    }

    public static boolean ge(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && b != null && !a.isBefore(b);
    }

    /** A value comparison, {@code eq} and its like: an untyped value is a string. */
    public static boolean value(@Nullable Object a, @Nullable Object b, Operator operator) {
        if (a == null || b == null) {
            return false;
        }
        if (isText(a) && isText(b)) {
            return texts(text(a), text(b), operator);
        }
        if (a instanceof BigDecimal first && b instanceof BigDecimal second) {
            return operator.holds(first.compareTo(second));
        }
        if (isNumber(a) && isNumber(b)) {
            // A decimal beside a double is one.
            return operator.holds(Arithmetic.doubled(a), Arithmetic.doubled(b));
        }
        if (a instanceof Boolean first && b instanceof Boolean second) {
            return operator.holds(first.compareTo(second));
        }
        if (a instanceof LocalDate first && b instanceof LocalDate second) {
            return operator.holds(first.compareTo(second));
        }
        throw new Doubtful("comparison of different types");
    }

    /** A general comparison, {@code =} and its like, of two single items: an untyped value becomes what the other is. */
    public static boolean general(@Nullable Object a, @Nullable Object b, Operator operator) {
        if (a instanceof Untyped first && !isText(b)) {
            return untyped(first.value(), b, operator);
        }
        if (b instanceof Untyped second && !isText(a)) {
            return untyped(second.value(), a, operator.swapped());
        }
        return value(a, b, operator);
    }

    /** The same of an untyped value and one that is not text. */
    public static boolean untyped(@Nullable String untyped, @Nullable Object other, Operator operator) {
        if (untyped == null || other == null) {
            return false;
        }
        if (isNumber(other)) {
            return withNumber(untyped, other, operator);
        }
        return value(other instanceof Boolean ? Casts.toBoolean(untyped) : Casts.date(untyped), other, operator);
    }

    /** Saxon holds what is no number for the largest of all here, but not in every plan for the same expression. */
    private static boolean withNumber(String untyped, Object other, Operator operator) {
        double right = Arithmetic.doubled(other);
        if (Double.isNaN(right) && operator == Operator.NE) {
            return true;
        }
        double left = Double.isNaN(right) ? Doubles.numberOf(untyped) : Doubles.of(untyped);
        if (Double.isNaN(left)) {
            throw new Doubtful("comparison with NaN");
        }
        return operator.holds(left, right);
    }

    private static boolean texts(String a, String b, Operator operator) {
        return switch (operator) {
            case EQ -> a.equals(b);
            case NE -> !a.equals(b);
            default -> operator.holds(order(a, b));
        };
    }

    /** The order of code points, which differs from Java's where surrogates meet the last letters of the first plane. */
    private static int order(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char first = a.charAt(i);
            char second = b.charAt(i);
            if (first != second) {
                boolean surrogate = Character.isSurrogate(first);
                return surrogate == Character.isSurrogate(second) ? first - second : surrogate ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String || value instanceof Untyped;
    }

    private static String text(Object value) {
        return value instanceof Untyped untyped ? untyped.value() : (String) value;
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof BigDecimal || value instanceof Double;
    }
}
