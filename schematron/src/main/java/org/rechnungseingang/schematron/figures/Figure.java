package org.rechnungseingang.schematron.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.schematron.Finding;

/** A value of an invoice that readers of German and of English write differently: {@code 1.234,50} and {@code 1,234.50}. */
@FunctionalInterface
interface Figure {

    String in(Locale locale);

    /** At least two decimals, and all that the number has. */
    static Figure amount(BigDecimal amount) {
        return locale -> format("#,##0.00", amount, locale);
    }

    /** An amount with its currency. */
    static Figure money(BigDecimal amount, String currency) {
        String unit = currency.equals(Money.NO_CURRENCY) ? "" : " " + currency;
        return locale -> amount(amount).in(locale) + unit;
    }

    /** A number without decimals that say nothing. */
    static Figure number(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return locale -> format("#,##0", stripped, locale);
    }

    /** A number as it was written, with all its decimals. */
    static Figure written(BigDecimal number) {
        return locale -> format("#,##0" + (number.scale() > 0 ? "." + "0".repeat(number.scale()) : ""), number, locale);
    }

    /** What is the same in all languages; foreign text is shortened. */
    static Figure text(String text) {
        String shortened = Finding.shorten(text);
        return locale -> shortened;
    }

    /** As XPath rounds to cents: half goes up, also below zero. */
    static BigDecimal toCents(BigDecimal amount) {
        BigDecimal half = new BigDecimal("0.5");
        return amount.movePointRight(2)
                .add(half)
                .setScale(0, RoundingMode.FLOOR)
                .movePointLeft(2)
                .setScale(2, RoundingMode.UNNECESSARY);
    }

    private static String format(String pattern, BigDecimal number, Locale locale) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale));
        format.setMaximumFractionDigits(Math.max(format.getMinimumFractionDigits(), number.scale()));
        return format.format(number);
    }
}
