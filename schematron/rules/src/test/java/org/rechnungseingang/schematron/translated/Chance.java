package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Values by chance, ordinary ones and those that break things; the seed is printed and taken from {@code -Dseed}. */
final class Chance {

    private final Random random;

    private Chance(long seed) {
        random = new Random(seed);
    }

    static Chance printed(String test) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println(test + ": -Dseed=" + seed);
        return new Chance(seed);
    }

    /** So many times, or {@code -Drounds} times as many. */
    static int times(int times) {
        return times * Integer.getInteger("rounds", 1);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** The text of a number, or nearly one. */
    String numberText() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> oneOf(OddValues.NUMBERS);
            case 3 -> space() + oneOf(OddValues.NUMBERS) + space();
            case 4 -> (random.nextBoolean() ? "-" : "") + random.nextInt(1000);
            case 5 -> decimalText(1 + random.nextInt(30), random.nextInt(25));
            case 6 -> space() + decimalText(1 + random.nextInt(8), random.nextInt(5)) + space();
            case 7 -> decimalText(1 + random.nextInt(3), random.nextInt(4)) + "e" + (random.nextInt(40) - 20);
            default -> decimalText(1 + random.nextInt(7), 2);
        };
    }

    private String decimalText(int before, int behind) {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
        digits(text, before);
        if (behind > 0) {
            digits(text.append('.'), behind);
        }
        return text.toString();
    }

    private void digits(StringBuilder text, int count) {
        boolean zeros = random.nextInt(4) == 0;
        for (int i = 0; i < count; i++) {
            text.append(zeros && i > 0 ? 0 : random.nextInt(10));
        }
    }

    private String space() {
        return oneOf(List.of("", " ", "\n", "\t ", "  ", "\r\n"));
    }

    BigDecimal decimal() {
        return switch (random.nextInt(7)) {
            case 0 -> Casts.required(Casts.decimal(Whole.of(random.nextInt(2000) - 1000)));
            case 5 -> new BigDecimal("1E+2");
            case 1 -> new BigDecimal(random.nextInt(20) - 10).movePointLeft(1).stripTrailingZeros();
            case 2 ->
                new BigDecimal(new BigInteger(1 + random.nextInt(120), random), random.nextInt(40) - 5)
                        .stripTrailingZeros();
            case 3 -> Casts.required(Casts.decimal((random.nextInt(2000) - 1000) * 0.01));
            default -> Decimals.of(decimalText(1 + random.nextInt(6), random.nextInt(5)));
        };
    }

    BigDecimal integer() {
        return switch (random.nextInt(7)) {
            case 0 -> Whole.of(new BigInteger(1 + random.nextInt(140), random).negate());
            case 1 -> Whole.of(new BigInteger(1 + random.nextInt(140), random));
            case 2 -> Whole.of(random.nextLong());
            case 3 -> Whole.of(random.nextInt(20) * 100L);
            case 4 -> random.nextBoolean() ? Whole.of(100) : Whole.of(1L << random.nextInt(40));
            default -> Whole.of(random.nextInt(41) - 20);
        };
    }

    BigDecimal number() {
        return random.nextInt(3) == 0 ? integer() : decimal();
    }

    Double real() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> oneOf(OddValues.DOUBLES);
            case 2 -> (double) (random.nextInt(200) - 100);
            case 3 -> Double.longBitsToDouble(random.nextLong());
            default -> (random.nextInt(2_000_000) - 1_000_000) / 100.0;
        };
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(oneOf(OddValues.PIECES));
        }
        return text.toString();
    }

    LocalDate date() {
        return LocalDate.of(2023 + random.nextInt(2), 1 + random.nextInt(2), 1 + random.nextInt(3));
    }

    String dateText() {
        return switch (random.nextInt(3)) {
            case 0 -> date().toString();
            case 1 -> space() + date() + space();
            default ->
                oneOf(List.of(
                        "2023-02-29",
                        "2024-02-29",
                        "1900-02-29",
                        "2000-02-29",
                        "0000-01-01",
                        "0001-01-01",
                        "-0001-01-01",
                        "12024-01-01",
                        "02024-01-01",
                        "2024-1-1",
                        "20240101",
                        "2024-01-01Z",
                        "2024-01-01+01:00",
                        "2024-01-01 ",
                        "2024-13-01",
                        "2024-00-10",
                        "2024-01-00",
                        "2024-01-32",
                        "2024-04-31",
                        "+2024-01-01",
                        "24-01-01",
                        "2024-01-01T00:00:00",
                        "",
                        "abcd-ef-gh",
                        "\u0662\u0660\u0662\u0664-01-01",
                        "2024/01/01",
                        "999999999999-01-01"));
        };
    }

    /** A value of any type, or none. */
    Object any() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> text();
            case 2 -> new Untyped(text());
            case 3, 4 -> new Untyped(numberText());
            case 5 -> real();
            case 6 -> integer();
            case 7 -> random.nextBoolean();
            case 8 -> date();
            case 9 -> new Untyped(dateText());
            case 10 -> new Untyped(oneOf(List.of("true", "false", "1", "0", " true ", "TRUE", "yes", "\n0")));
            default -> decimal();
        };
    }
}
