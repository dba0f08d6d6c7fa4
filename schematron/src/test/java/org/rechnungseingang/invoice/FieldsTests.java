package org.rechnungseingang.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Values are read like by the library's formatters and patterns, which would take longer. */
class FieldsTests {

    private static final long SEED = 5;
    private static final int TEXTS = 100_000;

    private static final List<String> DATES = List.of(
            "2024-02-29",
            "2023-02-29",
            "2024-12-31",
            "1899-12-31",
            "1900-01-01",
            "2999-12-31",
            "3000-01-01",
            "0000-01-01",
            "2024-01-01Z",
            "2024-01-01+01:00",
            "+02024-01-01",
            "02024-01-01",
            "2024-1-01",
            "20240229",
            "20230229",
            "+020240101",
            "020240101",
            "2024-01-01\u0085",
            "٢٠٢٤-٠١-٠١",
            "");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "+1",
            "1.",
            ".1",
            "-.5",
            ".",
            "+",
            "-",
            "1.2.3",
            "1e3",
            "1E3",
            "0x1",
            "NaN",
            "1,5",
            "١",
            "1".repeat(40),
            "1".repeat(41),
            "." + "1".repeat(40),
            "." + "1".repeat(41),
            "1." + "0".repeat(41));

    @Test
    void readsDaysOfUblLikeTheStrictFormatter() {
        assertThat(changed(DATES, "0123456789-+Z:"))
                .allSatisfy(text -> assertThat(Dates.iso(text))
                        .as(text)
                        .isEqualTo(parsed(text.replaceFirst("(Z|[+-][0-9]{2}:[0-9]{2})$", ""), "uuuu-MM-dd")));
    }

    @Test
    void readsDaysOfCiiLikeTheStrictFormatter() {
        assertThat(changed(DATES, "0123456789-+Z:"))
                .allSatisfy(text -> assertThat(Dates.basic(text)).as(text).isEqualTo(parsed(text, "uuuuMMdd")));
    }

    @Test
    void readsDecimalsOfTheSchemaWithoutExponents() {
        String decimal = "[+-]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})";
        assertThat(changed(NUMBERS, "0123456789.+-e "))
                .allSatisfy(text -> assertThat(Fields.decimal(text))
                        .as(text)
                        .isEqualTo(
                                text.strip().matches(decimal)
                                        ? Optional.of(new BigDecimal(text.strip()))
                                        : Optional.empty()));
    }

    @Test
    void computesCheckDigitsLikeLongDivision() {
        Function<String, Integer> division = text -> {
            StringBuilder digits = new StringBuilder();
            text.chars().forEach(c -> digits.append(Character.digit(c, 36)));
            return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
        };
        assertThat(changed(List.of("0", "Z", "DE02120300000000202051"), "0123456789ABCXYZ"))
                .filteredOn(text -> !text.isEmpty())
                .allSatisfy(text -> assertThat(CheckDigits.remainder(text)).isEqualTo(division.apply(text)));
    }

    /** The texts themselves, and others that differ from them by a few characters. */
    private static List<String> changed(List<String> texts, String alphabet) {
        Random random = new Random(SEED);
        List<String> all = new ArrayList<>(texts);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(text.length() + 1);
                int to = Math.min(text.length(), at + random.nextInt(2));
                String by = String.valueOf(alphabet.charAt(random.nextInt(alphabet.length())));
                text.replace(at, to, random.nextInt(4) == 0 ? "" : by);
            }
            all.add(text.toString());
        }
        return all;
    }

    private static Optional<LocalDate> parsed(String text, String pattern) {
        try {
            DateTimeFormatter strict = DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
            return Optional.of(LocalDate.parse(text, strict))
                    .filter(day -> day.getYear() >= 1900 && day.getYear() <= 2999);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
