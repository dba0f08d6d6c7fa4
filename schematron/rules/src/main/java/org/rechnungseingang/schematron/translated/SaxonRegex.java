package org.rechnungseingang.schematron.translated;

import java.util.ArrayList;
import java.util.List;
import net.sf.saxon.Configuration;
import net.sf.saxon.functions.Replace;
import net.sf.saxon.om.Item;
import net.sf.saxon.om.SequenceIterator;
import net.sf.saxon.regex.RegularExpression;
import net.sf.saxon.str.EmptyUnicodeString;
import net.sf.saxon.str.StringView;
import net.sf.saxon.str.UnicodeString;
import net.sf.saxon.trans.UncheckedXPathException;
import net.sf.saxon.trans.XPathException;

/** A regular expression as Saxon compiles it. */
final class SaxonRegex {

    /** The dialect of stylesheets of every version, in Saxon 12. */
    private static final String DIALECT = "XP30/XSD11";

    private final RegularExpression regex;

    SaxonRegex(String pattern, String flags) {
        try {
            regex = Engine.CONFIGURATION.compileRegularExpression(
                    StringView.of(pattern).tidy(), flags, DIALECT, new ArrayList<>());
        } catch (XPathException e) {
            throw new Doubtful("regular expression is wrong");
        }
    }

    boolean isIn(String text) {
        try {
            return regex.containsMatch(StringView.of(text));
        } catch (UncheckedXPathException e) {
            throw new Doubtful("regular expression failed");
        }
    }

    String replace(String text, String replacement) {
        UnicodeString with = StringView.of(replacement);
        if (Replace.checkReplacement(with) != null) {
            throw new Doubtful("replacement of a regular expression");
        }
        try {
            return ofMoreThanNothing().replace(StringView.of(text), with).toString();
        } catch (XPathException | UncheckedXPathException e) {
            throw new Doubtful("regular expression failed");
        }
    }

    List<String> tokenize(String text) {
        List<String> tokens = new ArrayList<>();
        try {
            SequenceIterator parts = ofMoreThanNothing().tokenize(StringView.of(text));
            for (Item part = parts.next(); part != null; part = parts.next()) {
                tokens.add(part.getStringValue());
            }
        } catch (UncheckedXPathException e) {
            throw new Doubtful("regular expression failed");
        }
        return tokens;
    }

    /** To replace or to split by what is found in the empty text is an error. */
    private RegularExpression ofMoreThanNothing() {
        if (regex.matches(EmptyUnicodeString.getInstance())) {
            throw new Doubtful("regular expression of nothing");
        }
        return regex;
    }

    /** Made when the first expression is, and only for the limits that it says. */
    private static final class Engine {

        static final Configuration CONFIGURATION = new Configuration();
    }
}
