package org.rechnungseingang.invoice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A routing id (Leitweg-ID): {@code coarse[-fine]-check}. It names the receiving office and stands in BT-10. Source:
 * KoSIT, format specification of the Leitweg-ID; the check digits are ISO 7064 mod 97-10.
 *
 * @param coarse 2 to 12 digits: state, district, county, municipality
 * @param fine up to 30 capital letters and digits, if the office is one of several
 * @param check two digits
 */
public record LeitwegId(String coarse, Optional<String> fine, String check) {

    private static final Pattern FORM = Pattern.compile("([0-9]{2,12})(?:-([A-Z0-9]{1,30}))?-([0-9]{2})");

    /** Refuses parts that make no routing id; for text from outside take {@link #of}. */
    public LeitwegId {
        String text = join(coarse, fine, check);
        if (!FORM.matcher(text).matches() || remainder(coarse, fine, check) != 1) {
            throw new IllegalArgumentException("not a routing id: " + text);
        }
    }

    /** Reads text as a routing id; blanks around it do not count. */
    public static Outcome of(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return new Missing();
        }
        Matcher matcher = FORM.matcher(stripped);
        if (!matcher.matches()) {
            return new WrongForm(stripped);
        }
        Optional<String> fine = Optional.ofNullable(matcher.group(2));
        return remainder(matcher.group(1), fine, matcher.group(3)) == 1
                ? new Ok(new LeitwegId(matcher.group(1), fine, matcher.group(3)))
                : new WrongCheckDigits(stripped, checkDigits(matcher.group(1), fine));
    }

    /** The routing id of these parts with the check digits that belong to them. */
    public static LeitwegId withCheckDigits(String coarse, Optional<String> fine) {
        return new LeitwegId(coarse, fine, checkDigits(coarse, fine));
    }

    /** The routing id as it stands in an invoice. */
    @Override
    public String toString() {
        return join(coarse, fine, check);
    }

    private static String join(String coarse, Optional<String> fine, String check) {
        return coarse + fine.map(f -> "-" + f).orElse("") + "-" + check;
    }

    private static String checkDigits(String coarse, Optional<String> fine) {
        int digits = 98 - remainder(coarse, fine, "00");
        return digits < 10 ? "0" + digits : String.valueOf(digits);
    }

    /** ISO 7064 mod 97-10: the whole number, A as 10 to Z as 35, must leave 1 when divided by 97. */
    private static int remainder(String coarse, Optional<String> fine, String check) {
        return CheckDigits.remainder(coarse + fine.orElse("") + check);
    }

    /** What a text is when read as a routing id. */
    public sealed interface Outcome {

        /** The routing id, if it is one. */
        default Optional<LeitwegId> id() {
            return Optional.empty();
        }
    }

    /**
     * A routing id with right check digits; whose it is, is another question.
     *
     * @param value the routing id
     */
    public record Ok(LeitwegId value) implements Outcome {

        @Override
        public Optional<LeitwegId> id() {
            return Optional.of(value);
        }
    }

    /** There is no text. */
    public record Missing() implements Outcome {}

    /**
     * The text does not look like a routing id at all, for example an e-mail address or an order number.
     *
     * @param text what stands there
     */
    public record WrongForm(String text) implements Outcome {}

    /**
     * The text looks like a routing id, but its check digits are wrong: most likely a slip of the pen.
     *
     * @param text what stands there
     * @param expected the check digits that would belong to it
     */
    public record WrongCheckDigits(String text, String expected) implements Outcome {}
}
