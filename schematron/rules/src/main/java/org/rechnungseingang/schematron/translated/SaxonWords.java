package org.rechnungseingang.schematron.translated;

import java.util.Locale;
import net.sf.saxon.lib.ConversionRules;
import net.sf.saxon.str.StringView;
import net.sf.saxon.str.ToLower;
import net.sf.saxon.str.ToUpper;
import net.sf.saxon.type.ValidationFailure;
import net.sf.saxon.value.DateValue;
import net.sf.saxon.value.DoubleValue;
import net.sf.saxon.value.IntegerValue;
import net.sf.saxon.value.StringToDouble11;

/** What is seldom needed and not worth a second implementation: Saxon's own. */
final class SaxonWords {

    private SaxonWords() {}

    static Double toDouble(String text) {
        try {
            return StringToDouble11.getInstance().stringToNumber(StringView.of(text));
        } catch (NumberFormatException e) {
            throw new Doubtful("cast to double");
        }
    }

    static Double number(String text) {
        try {
            return StringToDouble11.getInstance().stringToNumber(StringView.of(text));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static String string(double value) {
        return DoubleValue.doubleToString(value).toString();
    }

    static boolean isDate(String text) {
        ConversionRules rules = new ConversionRules();
        rules.setAllowYearZero(true);
        return !(DateValue.makeDateValue(StringView.of(text), rules) instanceof ValidationFailure);
    }

    static boolean isInteger(String text) {
        return !(IntegerValue.stringToInteger(text) instanceof ValidationFailure);
    }

    /** Saxon has two ways to upper case, its table and Java's; which one it takes is not to be known from outside. */
    static String upperCase(String text) {
        return agreed(ToUpper.toUpper(StringView.of(text)).toString(), text.toUpperCase(Locale.ROOT));
    }

    static String lowerCase(String text) {
        return agreed(ToLower.toLower(StringView.of(text)).toString(), text.toLowerCase(Locale.ROOT));
    }

    private static String agreed(String one, String other) {
        if (!one.equals(other)) {
            throw new Doubtful("case of a letter");
        }
        return one;
    }
}
