package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Arithmetic on operands whose types are known only when it happens. */
final class Arithmetic {

    /** The operation on decimals and integers, and what it gives of two values that are there. */
    interface OnDecimals {
        @Nullable
        BigDecimal apply(@Nullable BigDecimal a, @Nullable BigDecimal b);
    }

    /** The operation on doubles. */
    interface OnDoubles {
        @Nullable
        Object apply(@Nullable Double a, @Nullable Double b);
    }

    private Arithmetic() {}

    static @Nullable Object of(@Nullable Object a, @Nullable Object b, OnDecimals decimals, OnDoubles doubles) {
        // In the order in which Saxon looks at them: a cast of the first fails even if there is no second.
        Object first = Casts.untypedToDouble(a);
        if (first == null || b == null) {
            return null;
        }
        Object left = operand(first);
        Object right = operand(b);
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return decimals.apply(one, other);
        }
        return doubles.apply(doubled(left), doubled(right));
    }

    /** The number that an operand of arithmetic is: a decimal or a double. */
    static Object operand(Object value) {
        if (value instanceof BigDecimal || value instanceof Double) {
            return value;
        }
        if (value instanceof Untyped untyped) {
            return Doubles.of(untyped.value());
        }
        throw new Doubtful("arithmetic without numbers");
    }

    static Double doubled(Object number) {
        return number instanceof BigDecimal decimal ? Double.valueOf(decimal.doubleValue()) : (Double) number;
    }
}
