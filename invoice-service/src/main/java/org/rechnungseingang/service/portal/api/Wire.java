package org.rechnungseingang.service.portal.api;

import java.math.BigDecimal;
import java.util.Locale;

/** How names and amounts are written in answers: {@code accept-with-notes}, {@code 1190.00}. */
final class Wire {

    private Wire() {}

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    // Text, because a JSON number is a binary fraction to many readers.
    static String amount(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
