package org.rechnungseingang.schematron.translated;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of XPath. Java evaluates a plain one on a plain text, Saxon's own engine every other, which is
 * compiled when it is first needed; for all threads.
 */
public final class Regex {

    private final String pattern;
    private final String flags;
    private final Optional<PlainPattern> plain;
    private volatile @Nullable SaxonRegex saxons;

    private Regex(String pattern, String flags) {
        this.pattern = pattern;
        this.flags = flags;
        plain = PatternReader.read(pattern, flags);
    }

    /** The expression; a wrong one is doubtful when it is used. */
    public static Regex of(String pattern, String flags) {
        return new Regex(pattern, flags);
    }

    /** fn:matches: whether the expression is found anywhere in the text. */
    public boolean matches(@Nullable String text) {
        String in = text == null ? "" : text;
        Optional<Boolean> found = plainFor(in).flatMap(pattern -> pattern.isIn(in));
        return found.isPresent() ? found.get() : saxons().isIn(in);
    }

    /** fn:replace, with {@code $1} in the replacement for a group. */
    public String replace(@Nullable String text, String replacement) {
        String in = text == null ? "" : text;
        boolean named = replacement.indexOf('$') >= 0 || replacement.indexOf('\\') >= 0;
        Optional<String> replaced =
                named ? Optional.empty() : exactFor(in).flatMap(exact -> exact.replace(in, replacement));
        return replaced.isPresent() ? replaced.get() : saxons().replace(in, replacement);
    }

    /** fn:tokenize; nothing for no text or an empty one. */
    public List<String> tokenize(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        Optional<List<String>> tokens = exactFor(text).flatMap(exact -> exact.tokenize(text));
        return tokens.isPresent() ? tokens.get() : saxons().tokenize(text);
    }

    private SaxonRegex saxons() {
        SaxonRegex compiled = saxons;
        if (compiled == null) {
            compiled = new SaxonRegex(pattern, flags);
            saxons = compiled;
        }
        return compiled;
    }

    private Optional<PlainPattern> plainFor(String text) {
        return PlainPattern.isPlain(text) ? plain : Optional.empty();
    }

    private Optional<PlainPattern> exactFor(String text) {
        return plainFor(text).filter(PlainPattern::isExact);
    }

    /** Whether Java is asked first; for the tests, which would not notice that it never is. */
    boolean isPlain() {
        return plain.isPresent();
    }
}
