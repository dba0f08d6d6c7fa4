package org.rechnungseingang.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns texts of elements into values and remembers those that are none. */
final class Fields {

    private static final DateTimeFormatter ISO = strict("uuuu-MM-dd");
    private static final DateTimeFormatter BASIC = strict("uuuuMMdd");
    private static final Pattern TIME_ZONE = Pattern.compile("(Z|[+-][0-9]{2}:[0-9]{2})$");
    // A schema decimal has no exponent; the length keeps the arithmetic small.
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})");

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2999;

    private final List<UnreadableField> unreadable = new ArrayList<>();

    List<UnreadableField> unreadable() {
        return unreadable;
    }

    /** A date of UBL: {@code 2026-11-22}, with or without a time zone. */
    Optional<LocalDate> isoDate(BusinessTerm term, Node parent, String path) {
        return parent.first(path).filter(Fields::hasText).flatMap(node -> {
            String text = TIME_ZONE.matcher(node.text().strip()).replaceFirst("");
            return date(text, ISO).or(() -> note(term, node));
        });
    }

    /** A date of CII: {@code 20261122} with format 102. */
    Optional<LocalDate> basicDate(BusinessTerm term, Node parent, String path) {
        return parent.first(path).filter(Fields::hasText).flatMap(node -> {
            boolean day = node.attribute("format").filter("102"::equals).isPresent();
            Optional<LocalDate> date = day ? date(node.text().strip(), BASIC) : Optional.empty();
            return date.or(() -> note(term, node));
        });
    }

    /** A decimal number, exactly as written. */
    Optional<BigDecimal> number(BusinessTerm term, Node parent, String path) {
        return number(term, parent.at(path));
    }

    /** The same of the element itself. */
    Optional<BigDecimal> number(BusinessTerm term, Node node) {
        return hasText(node) ? decimal(node.text()).or(() -> note(term, node)) : Optional.empty();
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
        return decimal(node.text())
                .filter(amount -> Money.isCurrency(own))
                .map(amount -> Money.of(amount, own))
                .or(() -> note(term, node));
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

    private static Optional<BigDecimal> decimal(String text) {
        String stripped = text.strip();
        return DECIMAL.matcher(stripped).matches() ? Optional.of(new BigDecimal(stripped)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format)).filter(Fields::isOfThisAge);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    // XML Schema allows any year; days beyond these are slips, and more than calendars and databases can hold.
    private static boolean isOfThisAge(LocalDate date) {
        return date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR;
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
