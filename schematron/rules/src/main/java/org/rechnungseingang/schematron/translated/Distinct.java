package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** fn:distinct-values: strings by their characters, typed or not, numbers by their value. */
final class Distinct {

    private Distinct() {}

    static <T> List<T> of(List<T> values) {
        Set<Object> seen = new HashSet<>();
        List<T> first = new ArrayList<>();
        boolean decimals = false;
        boolean doubles = false;
        for (T value : values) {
            decimals |= value instanceof BigDecimal;
            doubles |= value instanceof Double;
            if (decimals && doubles) {
                throw new Doubtful("distinct decimals and doubles");
            }
            if (seen.add(key(value))) {
                first.add(value);
            }
        }
        return first;
    }

    private static Object key(Object value) {
        if (value instanceof Untyped untyped) {
            return untyped.value();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        }
        return value instanceof Double number && number == 0 ? Double.valueOf(0) : value;
    }
}
