package org.rechnungseingang.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns texts of elements into values and remembers those that are none. */
final class Fields {

    // A schema decimal has no exponent; the length keeps the arithmetic small.
    private static final int MOST_DIGITS = 40;

    private final List<UnreadableField> unreadable = new ArrayList<>();

    List<UnreadableField> unreadable() {
        return unreadable;
    }

    /** A date of UBL: {@code 2026-11-22}, with or without a time zone. */
    Optional<LocalDate> isoDate(BusinessTerm term, Node parent, String path) {
        Node node = parent.at(path);
        return hasText(node) ? noted(Dates.iso(node.text().strip()), term, node) : Optional.empty();
    }

    /** A date of CII: {@code 20261122} with format 102. */
    Optional<LocalDate> basicDate(BusinessTerm term, Node parent, String path) {
        Node node = parent.at(path);
        if (!hasText(node)) {
            return Optional.empty();
        }
        boolean day = node.attribute("format").filter("102"::equals).isPresent();
        return noted(day ? Dates.basic(node.text().strip()) : Optional.empty(), term, node);
    }

    /** A decimal number, exactly as written. */
    Optional<BigDecimal> number(BusinessTerm term, Node parent, String path) {
        return number(term, parent.at(path));
    }

    /** The same of the element itself. */
    Optional<BigDecimal> number(BusinessTerm term, Node node) {
        return hasText(node) ? noted(decimal(node.text()), term, node) : Optional.empty();
    }

    /** An amount; the currency is the element's, else the one given. */
    Optional<Money> money(BusinessTerm term, Node parent, String path, String currency) {
        return money(term, parent.at(path), currency);
    }

    /** The same of the element itself. */
    Optional<Money> money(BusinessTerm term, Node node, String currency) {
        if (!hasText(node)) {
            return Optional.empty();
        }
        String own = node.attribute("currencyID").orElse(currency);
        Optional<BigDecimal> amount = Money.isCurrency(own) ? decimal(node.text()) : Optional.empty();
        return noted(amount.map(number -> Money.of(number, own)), term, node);
    }

    private <T> Optional<T> noted(Optional<T> value, BusinessTerm term, Node node) {
        return value.isPresent() ? value : note(term, node);
    }

    /** Notes that the element's text is not a value of the term. */
    <T> Optional<T> note(BusinessTerm term, Node node) {
        String currency = node.attribute("currencyID").map(c -> " " + c).orElse("");
        unreadable.add(new UnreadableField(term, node.allText() + currency, node.line()));
        return Optional.empty();
    }

    private static boolean hasText(Node node) {
        return !node.text().isBlank();
    }

    static Optional<BigDecimal> decimal(String text) {
        String stripped = text.strip();
        return isDecimal(stripped) ? Optional.of(new BigDecimal(stripped)) : Optional.empty();
    }

    private static boolean isDecimal(String text) {
        int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        int whole = end - start;
        int fraction = point < 0 ? 0 : text.length() - point - 1;
        return whole + fraction > 0
                && Math.max(whole, fraction) <= MOST_DIGITS
                && areDigits(text, start, end)
                && areDigits(text, text.length() - fraction, text.length());
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
