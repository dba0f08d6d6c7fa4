package org.rechnungseingang.service.register;

import java.util.Locale;

/** An invoice number as it is searched for: letters and digits only, small, so that "RE 2026-17" finds "re202617". */
final class NumberKey {

    private NumberKey() {}

    static String of(String number) {
        return number.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
