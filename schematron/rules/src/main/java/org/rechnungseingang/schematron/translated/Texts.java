package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of XPath on strings; an absent string counts as the empty one. */
public final class Texts {

    private Texts() {}

    /** The effective boolean value of a string. */
    public static boolean hasText(@Nullable String value) {
        return value != null && !value.isEmpty();
    }

    /** Without white space around it, and one space for each white space within; the same string if nothing changes. */
    public static String normalizeSpace(@Nullable String value) {
        if (value == null) {
            return "";
        }
        int changed = firstSpaceToGo(value);
        return changed < 0 ? value : collapsed(value, changed);
    }

    /** Where a white space stands that is not a single space between two words, or one less than zero. */
    private static int firstSpaceToGo(String value) {
        int last = value.length() - 1;
        boolean behindSpace = true;
        for (int i = 0; i <= last; i++) {
            char c = value.charAt(i);
            boolean space = c <= ' ' && Lexical.isSpace(c);
            if (space && (behindSpace || c != ' ' || i == last)) {
                return i;
            }
            behindSpace = space;
        }
        return -1;
    }

    private static String collapsed(String value, int changed) {
        StringBuilder collapsed = new StringBuilder(value.length()).append(value, 0, changed);
        boolean behindSpace = changed == 0 || value.charAt(changed - 1) == ' ';
        for (int i = changed; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!Lexical.isSpace(c)) {
                collapsed.append(c);
                behindSpace = false;
            } else if (!behindSpace) {
                collapsed.append(' ');
                behindSpace = true;
            }
        }
        int length = collapsed.length();
        if (length > 0 && behindSpace) {
            collapsed.setLength(length - 1);
        }
        return collapsed.toString();
    }

    /** How many characters, counted as code points. */
    public static BigDecimal length(@Nullable String value) {
        return Whole.of(value == null ? 0 : value.codePointCount(0, value.length()));
    }

    public static String substring(@Nullable String value, @Nullable BigDecimal start) {
        return Substring.of(value, start);
    }

    public static String substring(@Nullable String value, @Nullable Double start) {
        return Substring.of(value, start);
    }

    public static String substring(@Nullable String value, @Nullable Object start) {
        return Substring.of(value, start);
    }

    public static String substring(@Nullable String value, @Nullable BigDecimal start, @Nullable BigDecimal length) {
        return Substring.of(value, start, length);
    }

    public static String substring(@Nullable String value, @Nullable Double start, @Nullable Double length) {
        return Substring.of(value, start, length);
    }

    public static String substring(@Nullable String value, @Nullable Object start, @Nullable Object length) {
        return Substring.of(value, start, length);
    }

    public static boolean contains(@Nullable String value, @Nullable String part) {
        return orEmpty(value).contains(orEmpty(part));
    }

    public static boolean startsWith(@Nullable String value, @Nullable String part) {
        return orEmpty(value).startsWith(orEmpty(part));
    }

    public static boolean endsWith(@Nullable String value, @Nullable String part) {
        return orEmpty(value).endsWith(orEmpty(part));
    }

    /** What stands before the part, nothing if it is not there; before an empty part Saxon has two answers. */
    public static String before(@Nullable String value, @Nullable String part) {
        String text = orEmpty(value);
        String sought = orEmpty(part);
        if (sought.isEmpty() && !text.isEmpty()) {
            throw new Doubtful("substring before nothing");
        }
        int at = text.indexOf(sought);
        return at < 0 ? "" : text.substring(0, at);
    }

    /** What stands behind the part, nothing if it is not there. */
    public static String after(@Nullable String value, @Nullable String part) {
        String text = orEmpty(value);
        String sought = orEmpty(part);
        int at = text.indexOf(sought);
        return at < 0 ? "" : text.substring(at + sought.length());
    }

    /** Each character of {@code from} replaced by the one at its place in {@code to}, or dropped if there is none. */
    public static String translate(@Nullable String value, String from, String to) {
        if (value == null || isUnchanged(value, from)) {
            return orEmpty(value);
        }
        int[] sought = from.codePoints().toArray();
        int[] given = to.codePoints().toArray();
        StringBuilder translated = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            int at = indexOf(sought, c);
            if (at < given.length) {
                translated.appendCodePoint(at < 0 ? c : given[at]);
            }
            i += Character.charCount(c);
        }
        return translated.toString();
    }

    private static boolean isUnchanged(String value, String from) {
        for (int i = 0; i < value.length(); i++) {
            if (from.indexOf(value.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(int[] codePoints, int codePoint) {
        for (int i = 0; i < codePoints.length; i++) {
            if (codePoints[i] == codePoint) {
                return i;
            }
        }
        return -1;
    }

    public static String upperCase(@Nullable String value) {
        if (value == null) {
            return "";
        }
        return isAscii(value) ? shifted(value, 'a', 'z', 'A' - 'a') : SaxonWords.upperCase(value);
    }

    public static String lowerCase(@Nullable String value) {
        if (value == null) {
            return "";
        }
        return isAscii(value) ? shifted(value, 'A', 'Z', 'a' - 'A') : SaxonWords.lowerCase(value);
    }

    private static boolean isAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String shifted(String value, char first, char last, int shift) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) >= first && value.charAt(i) <= last) {
                return shifted(value.toCharArray(), first, last, shift);
            }
        }
        return value;
    }

    private static String shifted(char[] characters, char first, char last, int shift) {
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] >= first && characters[i] <= last) {
                characters[i] += (char) shift;
            }
        }
        return new String(characters);
    }

    public static String concat(@Nullable String... values) {
        StringBuilder all = new StringBuilder();
        for (String value : values) {
            all.append(orEmpty(value));
        }
        return all.toString();
    }

    public static String join(List<String> values, String separator) {
        return String.join(separator, values);
    }

    public static List<BigDecimal> codepoints(@Nullable String value) {
        List<BigDecimal> codePoints = new ArrayList<>();
        String text = orEmpty(value);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            codePoints.add(Whole.of(c));
            i += Character.charCount(c);
        }
        return codePoints;
    }

    /** The string of those characters; one that XML does not have is an error. */
    public static String fromCodepoints(List<BigDecimal> codePoints) {
        StringBuilder text = new StringBuilder();
        for (BigDecimal codePoint : codePoints) {
            text.appendCodePoint(Characters.ofXml(codePoint));
        }
        return text.toString();
    }

    /** fn:distinct-values, the first of each. */
    public static <T> List<T> distinct(List<T> values) {
        return values.size() < 2 ? values : Distinct.of(values);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
