package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import java.util.List;

/** fn:sum. */
final class Sum {

    private Sum() {}

    static Object of(List<?> values) {
        if (values.isEmpty()) {
            return Whole.of(0);
        }
        Object sum = Arithmetic.operand(values.get(0));
        for (int i = 1; i < values.size(); i++) {
            Object next = Arithmetic.operand(values.get(i));
            sum = sum instanceof BigDecimal before && next instanceof BigDecimal decimal
                    ? Casts.required(Numbers.add(before, decimal))
                    : Double.valueOf(Arithmetic.doubled(sum) + Arithmetic.doubled(next));
        }
        return sum;
    }
}
