package org.rechnungseingang.service.register;

import java.util.List;
import java.util.Locale;

/**
 * What somebody typed to find an invoice.
 *
 * @param words the words it is to have, each of which may be the beginning of one; a single letter begins half the
 *     register and is none
 * @param key the whole text as an invoice number begins; a single letter or digit is the whole number
 */
record SearchText(List<String> words, String key) {

    private static final int SHORTEST_WORD = 2;
    private static final int MOST_WORDS = 8;

    static SearchText of(String typed) {
        List<String> words = Words.of(typed)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> isLong(word))
                .limit(MOST_WORDS)
                .toList();
        return new SearchText(words, Words.key(typed));
    }

    /** Whether the key may be the beginning of a number, too. */
    boolean isBeginning() {
        return isLong(key);
    }

    private static boolean isLong(String text) {
        return text.codePointCount(0, text.length()) >= SHORTEST_WORD;
    }
}
