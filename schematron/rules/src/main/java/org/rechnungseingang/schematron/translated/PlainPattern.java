package org.rechnungseingang.schematron.translated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that Java evaluates as Saxon would: one of the few constructs that mean the same for both on a
 * short text of ASCII. Saxon's own engine takes much longer, above all the first time.
 *
 * <p>Whether something is found is the same in every engine. What is found first is so only for an expression without
 * alternatives and repeated groups ({@code exact}), and only by that may be replaced and split.
 */
final class PlainPattern {

    private static final int LONGEST = 500;

    private final Pattern pattern;
    private final boolean exact;

    PlainPattern(Pattern pattern, boolean exact) {
        this.pattern = pattern;
        this.exact = exact;
    }

    static boolean isPlain(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Whether the parts of a text are known, not only whether it is found. */
    boolean isExact() {
        return exact;
    }

    /** Whether it is found in a plain text; nothing, as below, if that took too many steps to know. */
    Optional<Boolean> isIn(String text) {
        return counted(() -> pattern.matcher(new Counted(text)).find());
    }

    /** The text with each occurrence replaced by a text, in which no group is named. */
    Optional<String> replace(String text, String replacement) {
        return counted(() -> pattern.matcher(new Counted(text)).replaceAll(Matcher.quoteReplacement(replacement)));
    }

    Optional<List<String>> tokenize(String text) {
        return counted(() -> tokens(pattern.matcher(new Counted(text)), text));
    }

    private static List<String> tokens(Matcher matcher, String text) {
        List<String> tokens = new ArrayList<>();
        int begin = 0;
        while (matcher.find()) {
            tokens.add(text.substring(begin, matcher.start()));
            begin = matcher.end();
        }
        tokens.add(text.substring(begin));
        return tokens;
    }

    private static <T> Optional<T> counted(Supplier<T> operation) {
        try {
            return Optional.of(operation.get());
        } catch (TooManySteps e) {
            return Optional.empty();
        }
    }

    /** Thrown out of the engine, which has no other end. */
    private static final class TooManySteps extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }

    /** A text that can be looked at so many times. */
    private static final class Counted implements CharSequence {

        private static final int MOST = 50_000;

        private final String text;
        private int steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
