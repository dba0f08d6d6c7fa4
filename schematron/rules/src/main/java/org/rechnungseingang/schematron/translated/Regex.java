package org.rechnungseingang.schematron.translated;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A regular expression of XPath, evaluated by Saxon's own engine; compiled when it is first needed, for all threads. */
public final class Regex {

    private final SaxonRegex regex;

    private Regex(SaxonRegex regex) {
        this.regex = regex;
    }

    /** The expression; a wrong one is doubtful when it is used. */
    public static Regex of(String pattern, String flags) {
        return new Regex(new SaxonRegex(pattern, flags));
    }

    /** fn:matches: whether the expression is found anywhere in the text. */
    public boolean matches(@Nullable String text) {
        return regex.isIn(text == null ? "" : text);
    }

    /** fn:replace, with {@code $1} in the replacement for a group. */
    public String replace(@Nullable String text, String replacement) {
        return regex.replace(text == null ? "" : text, replacement);
    }

    /** fn:tokenize; nothing for no text or an empty one. */
    public List<String> tokenize(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : regex.tokenize(text);
    }
}
