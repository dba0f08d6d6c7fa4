package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** fn:substring with all that Saxon does with positions that are no whole numbers. */
final class Substring {

    /** Beyond it Saxon counts in too few bits. */
    private static final long FAR = 1L << 30;

    private Substring() {}

    static String of(@Nullable String value, @Nullable Object start) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        Object from = position(start);
        int length = value.codePointCount(0, value.length());
        if (isNaN(from) || compare(from, length) > 0) {
            return "";
        }
        if (signum(from) <= 0) {
            return value;
        }
        long first = rounded(from);
        if (first < 1) {
            throw new Doubtful("substring from before the first character");
        }
        return first > length ? "" : part(value, first - 1, length);
    }

    static String of(@Nullable String value, @Nullable Object start, @Nullable Object count) {
        if (value == null) {
            return "";
        }
        Object from = position(start);
        Object many = position(count);
        int length = value.codePointCount(0, value.length());
        if (isNaN(from) || compare(from, length) > 0 || isNaN(many) || signum(many) <= 0) {
            return "";
        }
        long first = rounded(from);
        long end = first + rounded(many);
        return first > length || end <= 1 ? "" : part(value, Math.max(first - 1, 0), Math.min(length, end - 1));
    }

    private static Object position(@Nullable Object value) {
        return Arithmetic.operand(Casts.required(value));
    }

    private static boolean isNaN(Object number) {
        return number instanceof Double value && value.isNaN();
    }

    private static int signum(Object number) {
        return number instanceof BigDecimal value ? value.signum() : (int) Math.signum((Double) number);
    }

    private static int compare(Object number, long length) {
        return number instanceof BigDecimal value
                ? value.compareTo(BigDecimal.valueOf(length))
                : Double.compare((Double) number, length);
    }

    private static long rounded(Object number) {
        double value = Arithmetic.doubled(number);
        if (Math.abs(value) > FAR) {
            throw new Doubtful("substring of far positions");
        }
        return Math.round(value);
    }

    private static String part(String value, long begin, long end) {
        int first = value.offsetByCodePoints(0, (int) begin);
        return value.substring(first, value.offsetByCodePoints(first, (int) (end - begin)));
    }
}
