package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Casts of XPath. A string is an xs:string or an xs:untypedAtomic, which cast alike; {@code null} is the empty sequence
 * and gives the empty sequence. What cannot be cast is doubtful.
 */
public final class Casts {

    /** Below it Saxon writes whole doubles as integers. */
    private static final double WRITTEN_PLAINLY = 1e6;

    private Casts() {}

    public static @Nullable BigDecimal decimal(@Nullable String value) {
        return value == null ? null : Decimals.of(value);
    }

    /** Of what is known beforehand to be a decimal, and not changed then, or an integer. */
    public static @Nullable BigDecimal decimal(@Nullable BigDecimal value) {
        return value instanceof Whole ? value.stripTrailingZeros() : value;
    }

    /** The exact value of the double, not the shortest number that it is written as. */
    public static @Nullable BigDecimal decimal(@Nullable Double value) {
        if (value == null) {
            return null;
        }
        if (value.isNaN() || value.isInfinite()) {
            throw new Doubtful("cast to decimal");
        }
        return new BigDecimal(value).stripTrailingZeros();
    }

    public static @Nullable BigDecimal decimal(@Nullable Boolean value) {
        return value == null ? null : value ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    /** An integer of 64 bits keeps its zeros if nobody knew beforehand that it is one. */
    public static @Nullable BigDecimal decimal(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return Whole.isLong(number) ? BigDecimal.valueOf(number.longValue()) : decimal(number);
        }
        if (value instanceof Double number) {
            return decimal(number);
        }
        return value instanceof Boolean truth ? decimal(truth) : decimal(text(value, "cast to decimal"));
    }

    public static @Nullable BigDecimal integer(@Nullable String value) {
        return value == null ? null : Decimals.integer(value);
    }

    /** Cut off behind the point. */
    public static @Nullable BigDecimal integer(@Nullable BigDecimal value) {
        return value == null || value instanceof Whole ? value : Whole.of(value.toBigInteger());
    }

    public static @Nullable BigDecimal integer(@Nullable Double value) {
        if (value == null) {
            return null;
        }
        if (value.isNaN() || value.isInfinite()) {
            throw new Doubtful("cast to integer");
        }
        // The cast, as Saxon's, makes the one double behind the last long that long.
        return value <= Long.MAX_VALUE && value >= Long.MIN_VALUE
                ? Whole.of(value.longValue())
                : Whole.of(new BigDecimal(value).toBigInteger());
    }

    public static @Nullable BigDecimal integer(@Nullable Boolean value) {
        return value == null ? null : Whole.of(value ? 1 : 0);
    }

    public static @Nullable BigDecimal integer(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return integer(number);
        }
        if (value instanceof Double number) {
            return integer(number);
        }
        return value instanceof Boolean truth ? integer(truth) : integer(text(value, "cast to integer"));
    }

    public static @Nullable Double toDouble(@Nullable String value) {
        return value == null ? null : Doubles.of(value);
    }

    public static @Nullable Double toDouble(@Nullable BigDecimal value) {
        return value == null ? null : Double.valueOf(value.doubleValue());
    }

    public static @Nullable Double toDouble(@Nullable Double value) {
        return value;
    }

    public static @Nullable Double toDouble(@Nullable Boolean value) {
        return value == null ? null : Double.valueOf(value ? 1 : 0);
    }

    public static @Nullable Double toDouble(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return toDouble(number);
        }
        if (value instanceof Double number) {
            return number;
        }
        return value instanceof Boolean truth ? toDouble(truth) : toDouble(text(value, "cast to double"));
    }

    /** fn:number: no number if there is no value, or none that is one. */
    public static Double number(@Nullable String value) {
        return value == null ? Double.valueOf(Double.NaN) : Doubles.numberOf(value);
    }

    public static Double number(@Nullable BigDecimal value) {
        return value == null ? Double.NaN : value.doubleValue();
    }

    public static Double number(@Nullable Double value) {
        return value == null ? Double.valueOf(Double.NaN) : value;
    }

    public static Double number(@Nullable Boolean value) {
        return value == null ? Double.NaN : value ? 1.0 : 0.0;
    }

    public static Double number(@Nullable Object value) {
        if (value == null || value instanceof LocalDate) {
            return Double.NaN;
        }
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        if (value instanceof Double number) {
            return number;
        }
        return value instanceof Boolean truth ? number(truth) : number(text(value, "number of an unknown type"));
    }

    /** An untyped value as a double, every other one as it is. */
    public static @Nullable Object untypedToDouble(@Nullable Object value) {
        return value instanceof Untyped untyped ? Doubles.of(untyped.value()) : value;
    }

    /** The value, which is a number or absent. */
    public static @Nullable Object numeric(@Nullable Object value) {
        if (value == null || value instanceof BigDecimal || value instanceof Double) {
            return value;
        }
        throw new Doubtful("no number where one is needed");
    }

    public static @Nullable Boolean toBoolean(@Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (Lexical.trimmed(value)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new Doubtful("cast to boolean");
        };
    }

    public static @Nullable Boolean toBoolean(@Nullable Object value) {
        if (value instanceof Boolean || value == null) {
            return (Boolean) value;
        }
        if (value instanceof BigDecimal number) {
            return number.signum() != 0;
        }
        if (value instanceof Double number) {
            return number != 0 && !number.isNaN();
        }
        return toBoolean(text(value, "cast to boolean"));
    }

    /** The date without a time zone; one with a zone, or of a year that has no four digits, is doubtful. */
    public static @Nullable LocalDate date(@Nullable String value) {
        if (value == null) {
            return null;
        }
        LocalDate date = Dates.of(value);
        if (date == null) {
            throw new Doubtful(SaxonWords.isDate(value) ? "date with a zone or an odd year" : "cast to date");
        }
        return date;
    }

    public static @Nullable LocalDate date(@Nullable LocalDate value) {
        return value;
    }

    public static @Nullable LocalDate date(@Nullable Object value) {
        return value instanceof LocalDate date ? date : date(text(value, "cast to date"));
    }

    public static @Nullable String string(@Nullable String value) {
        return value;
    }

    public static @Nullable String string(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    public static @Nullable String string(@Nullable Double value) {
        if (value == null) {
            return null;
        }
        boolean plain = value.intValue() == value && Math.abs(value) < WRITTEN_PLAINLY && !value.equals(-0.0);
        return plain ? Integer.toString(value.intValue()) : SaxonWords.string(value);
    }

    public static @Nullable String string(@Nullable Boolean value) {
        return value == null ? null : value.toString();
    }

    public static @Nullable String string(@Nullable LocalDate value) {
        return value == null ? null : value.toString();
    }

    public static @Nullable String string(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return string(number);
        }
        if (value instanceof Double number) {
            return string(number);
        }
        return value instanceof Boolean || value instanceof LocalDate
                ? value.toString()
                : text(value, "string of an unknown type");
    }

    public static @Nullable Untyped untyped(@Nullable String value) {
        return value == null ? null : new Untyped(value);
    }

    /** The value where the empty sequence is an error. */
    public static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new Doubtful("nothing where something is needed");
        }
        return value;
    }

    public static boolean castableInteger(@Nullable String value) {
        return value != null && (Lexical.isInteger(value) || Decimals.isLongInteger(value));
    }

    public static boolean castableDecimal(@Nullable String value) {
        return value != null && Lexical.isDecimal(value);
    }

    public static boolean castableDate(@Nullable String value) {
        return value != null && (Dates.of(value) != null || SaxonWords.isDate(value));
    }

    /** The effective boolean value of at most one item. */
    public static boolean isTrue(@Nullable Object value) {
        if (value instanceof LocalDate) {
            throw new Doubtful("truth of a date");
        }
        if (value instanceof String || value instanceof Untyped) {
            return Texts.hasText(text(value, ""));
        }
        return value != null && Boolean.TRUE.equals(toBoolean(value));
    }

    private static @Nullable String text(@Nullable Object value, String otherwise) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof Untyped untyped) {
            return untyped.value();
        }
        throw new Doubtful(otherwise);
    }
}
