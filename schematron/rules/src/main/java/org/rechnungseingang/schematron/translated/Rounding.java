package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** fn:round as Saxon does it: a half goes upwards. */
final class Rounding {

    private static final int MOST_DIGITS = 1000;

    private Rounding() {}

    static int digits(BigDecimal digits) {
        if (!(digits instanceof Whole) || digits.signum() < 0 || digits.intValue() > MOST_DIGITS) {
            throw new Doubtful("rounding to unusual digits");
        }
        return digits.intValue();
    }

    static Object of(Object number, int digits) {
        return number instanceof BigDecimal decimal ? of(decimal, digits) : of((Double) number, digits);
    }

    static BigDecimal of(BigDecimal value, int digits) {
        if (value instanceof Whole || digits >= value.scale()) {
            return value;
        }
        RoundingMode mode = value.signum() < 0 ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP;
        return value.setScale(digits, mode).stripTrailingZeros();
    }

    static Double of(Double number, int digits) {
        double value = number;
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return number;
        }
        if (digits > 0 || value <= Long.MIN_VALUE || value >= Long.MAX_VALUE) {
            double rounded =
                    of(new BigDecimal(value).stripTrailingZeros(), digits).doubleValue();
            return rounded == 0 && value < 0 ? -0.0 : rounded;
        }
        return value >= -0.5 && value < 0 ? -0.0 : (double) Math.round(value);
    }
}
