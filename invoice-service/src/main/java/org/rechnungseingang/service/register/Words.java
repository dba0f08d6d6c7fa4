package org.rechnungseingang.service.register;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text as it is kept and searched for: letters and digits make words, every other sign parts them. */
final class Words {

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** "RE 2026/4410" is "RE", "2026" and "4410". */
    static Stream<String> of(String text) {
        return SIGNS.splitAsStream(text).filter(Predicate.not(String::isEmpty));
    }

    /** An invoice number without its signs, small, so that "RE 2026-17" finds "re202617". */
    static String key(String number) {
        return of(number).collect(Collectors.joining()).toLowerCase(Locale.ROOT);
    }
}
