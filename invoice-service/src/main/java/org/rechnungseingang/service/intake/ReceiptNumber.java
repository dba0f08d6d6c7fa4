package org.rechnungseingang.service.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number a supplier gets for a document (Eingangsnummer): the town's prefix, the year, a running number and two check
 * digits by ISO 7064 mod 97-10 as in a routing id, so that a slip on the telephone is noticed: {@code MST-2026-0000042-61}.
 */
public record ReceiptNumber(@JsonValue String text) {

    private static final Pattern FORM = Pattern.compile("([A-Z]{2,6})-(\\d{4})-(\\d{7,12})-(\\d{2})");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    /** The receipt number of a town's document. */
    static ReceiptNumber next(String prefix, int year, long running) {
        String body = "%s-%04d-%07d".formatted(prefix, year, running);
        int check = 98 - remainder(body + "00");
        return new ReceiptNumber("%s-%02d".formatted(body, check));
    }

    /** Reads what a person typed: spaces around it and small letters are forgiven, a wrong check digit is not. */
    public static Optional<ReceiptNumber> of(String typed) {
        Matcher form = FORM.matcher(typed.strip().toUpperCase(Locale.ROOT));
        return form.matches() && remainder(form.group()) == 1
                ? Optional.of(new ReceiptNumber(form.group()))
                : Optional.empty();
    }

    private static int remainder(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> c != '-').map(c -> Character.digit(c, 36)).forEach(digits::append);
        return new BigInteger(digits.toString()).mod(MODULUS).intValue();
    }

    @Override
    public String toString() {
        return text;
    }
}
