package org.rechnungseingang.schematron.translated;

/** Doubles as they are written in XML Schema. */
final class Doubles {

    /** As many digits as a double holds exactly, so that one division rounds as a parser would. */
    private static final int EXACT = 15;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private Doubles() {}

    /** The double that a text is cast to. */
    static Double of(String text) {
        if (!mayBeOne(text)) {
            throw new Doubtful("cast to double");
        }
        double simple = simple(text);
        return Double.isNaN(simple) ? SaxonWords.toDouble(text) : simple;
    }

    /** The double that fn:number makes of a text. */
    static Double numberOf(String text) {
        if (!mayBeOne(text)) {
            return Double.NaN;
        }
        double simple = simple(text);
        return Double.isNaN(simple) ? SaxonWords.number(text) : simple;
    }

    /** Whether Saxon has to be asked; not for a text with a character that no double has. */
    private static boolean mayBeOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Lexical.isDigit(c) && !Lexical.isSpace(c) && ".-+eE".indexOf(c) < 0) {
                return isSpecial(Lexical.trimmed(text));
            }
        }
        return !text.isEmpty();
    }

    private static boolean isSpecial(String text) {
        return switch (text) {
            case "INF", "+INF", "-INF", "NaN" -> true;
            default -> false;
        };
    }

    /** The double of few digits, a point and a sign; no number if the text is anything else. */
    private static double simple(String text) {
        int begin = Lexical.begin(text);
        int end = Lexical.end(text, begin);
        int first = begin + Lexical.sign(text, begin, end);
        if (end - first > EXACT + 1) {
            return Double.NaN;
        }
        long digits = 0;
        int count = 0;
        int point = -1;
        for (int i = first; i < end; i++) {
            char c = text.charAt(i);
            if (Lexical.isDigit(c)) {
                digits = digits * 10 + (c - '0');
                count++;
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        if (count == 0 || count > EXACT) {
            return Double.NaN;
        }
        double value = digits / POWERS[point < 0 ? 0 : end - point - 1];
        return text.charAt(begin) == '-' ? -value : value;
    }
}
