package org.rechnungseingang.service.portal.office;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rechnungseingang.service.portal.FieldErrors;
import org.rechnungseingang.service.register.Query;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for, as it was typed. All that is given must hold.
 *
 * @param number words of the invoice number or the receipt number
 * @param supplier words of the supplier's name
 * @param from lowest amount
 * @param to highest amount
 * @param since first invoice date
 * @param until last invoice date
 */
record SearchForm(String number, String supplier, String from, String to, String since, String until) {

    private static final int LONGEST_TEXT = 100;

    /** 1234,56 · 1.234,56 · 1234.56 · 1,234.56 · 1234 */
    private static final Pattern AMOUNT =
            Pattern.compile("(-?\\d{1,12}|-?\\d{1,3}(?:[.,'\u00a0 ]\\d{3}){1,4})(?:[.,](\\d{1,2}))?");

    private static final DateTimeFormatter GERMAN =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** Reads the parameters of a request; what is not there is empty text. */
    static SearchForm of(Map<String, String> parameters) {
        return new SearchForm(
                given(parameters, "number"),
                given(parameters, "supplier"),
                given(parameters, "from"),
                given(parameters, "to"),
                given(parameters, "since"),
                given(parameters, "until"));
    }

    private static String given(Map<String, String> parameters, String name) {
        String text = parameters.getOrDefault(name, "").strip();
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", number);
        fields.put("supplier", supplier);
        fields.put("from", from);
        fields.put("to", to);
        fields.put("since", since);
        fields.put("until", until);
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    /** Whether nothing is looked for. */
    boolean isEmpty() {
        return fields().isEmpty();
    }

    /** What cannot be understood. */
    FieldErrors errors() {
        FieldErrors errors = FieldErrors.NONE;
        for (Map.Entry<String, String> field : fields().entrySet()) {
            boolean amount = field.getKey().equals("from") || field.getKey().equals("to");
            boolean day = field.getKey().equals("since") || field.getKey().equals("until");
            if (amount && cents(field.getValue()).isEmpty()) {
                errors = errors.and(field.getKey(), "search.error.amount");
            }
            if (day && day(field.getValue()).isEmpty()) {
                errors = errors.and(field.getKey(), "search.error.date");
            }
        }
        return errors;
    }

    /** The question to the register. */
    Query query(Optional<Query.Position> after) {
        String words =
                Stream.of(supplier, number).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
        return new Query(
                Query.View.ALL,
                Optional.of(words).filter(text -> !text.isEmpty()),
                cents(from),
                cents(to),
                day(since),
                day(until),
                after);
    }

    /** The address of this search. */
    UriComponentsBuilder here() {
        UriComponentsBuilder here = UriComponentsBuilder.fromPath("/invoices/search");
        fields().forEach((name, value) -> here.queryParam(name, value.replaceAll("[{}]", "")));
        return here;
    }

    private static OptionalLong cents(String text) {
        Matcher amount = AMOUNT.matcher(text.replace("€", "").strip());
        if (!amount.matches()) {
            return OptionalLong.empty();
        }
        String whole = amount.group(1).replaceAll("[^-0-9]", "");
        String fraction = Optional.ofNullable(amount.group(2)).orElse("0");
        return OptionalLong.of(new BigDecimal(whole + "." + fraction)
                .movePointRight(2)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(text.contains(".") ? LocalDate.parse(text, GERMAN) : LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
