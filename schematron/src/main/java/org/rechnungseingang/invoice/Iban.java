package org.rechnungseingang.invoice;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An international bank account number (ISO 13616): country, two check digits by ISO 7064 mod 97-10, and what the
 * country makes of the rest. Whether there is such an account, only its bank can tell.
 *
 * @param text without blanks, in capital letters
 */
public record Iban(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]");
    private static final int PREFIX = 4;

    /** Refuses what is none; for text from outside take {@link #of}. */
    public Iban {
        if (!isIban(text)) {
            throw new IllegalArgumentException("not an IBAN: " + text);
        }
    }

    /** Reads an account as people write it: blanks and small letters are forgiven, wrong check digits are not. */
    public static Optional<Iban> of(String text) {
        return Optional.of(normal(text)).filter(Iban::isIban).map(Iban::new);
    }

    /** The account without blanks and in capital letters, whether or not it is an IBAN. */
    public static String normal(String text) {
        return isNormal(text) ? text : BLANKS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static boolean isNormal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text, which is normal, looks like an account, whatever its check digits and length say. */
    public static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }

    /** Two capital letters, ISO 3166-1. */
    public String country() {
        return text.substring(0, 2);
    }

    /** Whether a SEPA credit transfer can reach it, and it has the length that its country gives an IBAN. */
    public boolean isInSepa() {
        return SepaCountries.lengthOfIban(country())
                .filter(length -> length == text.length())
                .isPresent();
    }

    /** How many characters an IBAN of that country has; known for the countries of SEPA. */
    public static Optional<Integer> lengthIn(String country) {
        return SepaCountries.lengthOfIban(country);
    }

    // Country and check digits go to the end, letters become numbers from A = 10, and the whole must leave 1.
    private static boolean isIban(String text) {
        return hasForm(text) && CheckDigits.remainder(text.substring(PREFIX) + text.substring(0, PREFIX)) == 1;
    }

    @Override
    public String toString() {
        return text;
    }
}
