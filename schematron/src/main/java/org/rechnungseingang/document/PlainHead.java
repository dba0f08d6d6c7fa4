package org.rechnungseingang.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What comes before everything else.
 *
 * @param mark bytes of the byte order mark, which no column counts
 * @param end place behind mark and declaration
 * @param ascii whether the declared encoding has nothing beyond ASCII
 */
record PlainHead(int mark, int end, boolean ascii) {

    /** Longer declarations are not plain. */
    private static final int LONGEST = 256;

    private static final String MARK = "\u00ef\u00bb\u00bf";
    private static final String ENCODING = "(?i:UTF-8|US-ASCII)";

    private static final Pattern DECLARATION = Pattern.compile("<\\?xml[ \t]version=(?:\"1\\.0\"|'1\\.0')"
            + "(?:[ \t]+encoding=(?:\"" + ENCODING + "\"|'" + ENCODING + "'))?"
            + "(?:[ \t]+standalone=(?:\"(?:yes|no)\"|'(?:yes|no)'))?[ \t]*\\?>");

    /** Reads the head of padded bytes, of which the document has so many. */
    static PlainHead of(byte[] bytes, int length) throws NotPlain {
        String head = new String(bytes, 0, Math.min(length, LONGEST), StandardCharsets.ISO_8859_1);
        int mark = head.startsWith(MARK) ? MARK.length() : 0;
        if (!head.startsWith("<?xml", mark)) {
            return new PlainHead(mark, mark, false);
        }
        // What only looks like a declaration puts the JDK's columns out.
        Matcher declaration = DECLARATION.matcher(head).region(mark, head.length());
        NotPlain.unless(declaration.lookingAt());
        boolean ascii = declaration.group().toUpperCase(Locale.ROOT).contains("US-ASCII");
        NotPlain.unless(mark == 0 || !ascii);
        return new PlainHead(mark, declaration.end(), ascii);
    }
}
