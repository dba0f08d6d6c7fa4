package org.rechnungseingang.schematron.translated;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TextsTests {

    private static final int TIMES = Chance.times(1_000);

    private final Chance chance = Chance.printed("texts");
    private final Same same = new Same(
            "substring before nothing",
            "case of a letter",
            "substring of far positions",
            "substring from before the first character",
            "distinct decimals and doubles");

    private record OnOne(String name, Function<String, Object> method) {}

    private record OnTwo(String name, BiFunction<String, String, Object> method) {}

    private static final List<OnOne> OF_ONE = List.of(
            new OnOne("normalize-space($a)", Texts::normalizeSpace),
            new OnOne("string-length($a)", Texts::length),
            new OnOne("upper-case($a)", Texts::upperCase),
            new OnOne("string(upper-case($a))", Texts::upperCase),
            new OnOne("lower-case($a)", Texts::lowerCase),
            new OnOne("concat(lower-case($a), '')", Texts::lowerCase),
            new OnOne("boolean($a)", Texts::hasText));

    private static final List<OnTwo> OF_TWO = List.of(
            new OnTwo("contains($a, $b)", Texts::contains),
            new OnTwo("starts-with($a, $b)", Texts::startsWith),
            new OnTwo("ends-with($a, $b)", Texts::endsWith),
            new OnTwo("substring-before($a, $b)", Texts::before),
            new OnTwo("substring-after($a, $b)", Texts::after),
            new OnTwo("concat($a, $b, $a)", (a, b) -> Texts.concat(a, b, a)));

    @Test
    void answersAsSaxonDoesOnOneText() {
        for (int i = 0; i < TIMES; i++) {
            String text = chance.below(50) == 0 ? null : chance.text();
            for (OnOne function : OF_ONE) {
                Answer ours = Answer.of(() -> function.method().apply(text));
                same.check(function.name() + shown(text), ours, SaxonXPath.typed(function.name(), text));
            }
        }
        same.mostlyAnswered(TIMES * 5);
    }

    /** Within another function Saxon asks Java for the case, elsewhere its own table; they differ in a few letters. */
    @Test
    void changesTheCaseOnlyAsSaxonAlwaysDoes() {
        for (int i = 0; i < TIMES; i++) {
            String text = chance.text();
            within("upper-case", text, Answer.of(() -> Texts.upperCase(text)), () -> Texts.upperCase(text));
            within("lower-case", text, Answer.of(() -> Texts.lowerCase(text)), () -> Texts.lowerCase(text));
        }
        assertThat(Answer.of(() -> Texts.lowerCase("\u0391\u03a3"))).hasToString("failed: case of a letter");
    }

    private static void within(String function, String text, Answer answer, Supplier<String> ours) {
        if (!answer.isFailure()) {
            String expression = "contains(" + function + "($a), $b) and ends-with(" + function + "($a), $b)";
            assertThat(SaxonXPath.typed(expression, text, ours.get()))
                    .as(function + shown(text))
                    .hasToString("Boolean true");
        }
    }

    @Test
    void answersAsSaxonDoesOnTwoTexts() {
        for (int i = 0; i < TIMES; i++) {
            String text = chance.below(50) == 0 ? null : chance.text();
            String part = part(text);
            for (OnTwo function : OF_TWO) {
                Answer ours = Answer.of(() -> function.method().apply(text, part));
                same.check(
                        function.name() + shown(text) + shown(part),
                        ours,
                        SaxonXPath.typed(function.name(), text, part));
            }
        }
        same.mostlyAnswered(TIMES * 4);
    }

    private String part(String text) {
        if (text == null || text.isEmpty() || chance.below(3) == 0) {
            return chance.below(20) == 0 ? null : chance.text();
        }
        int[] codePoints = text.codePoints().toArray();
        int first = chance.below(codePoints.length);
        return new String(codePoints, first, chance.below(codePoints.length - first + 1));
    }

    @Test
    void takesPartsAsSaxonDoes() {
        List<Object> positions = new ArrayList<>(Arrays.asList(
                0.0,
                -0.0,
                0.4,
                0.5,
                0.6,
                1.0,
                1.5,
                2.5,
                -1.5,
                1e10,
                -1e10,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Casts.decimal("0.4"),
                Casts.decimal("0.5"),
                Casts.decimal("1.5"),
                Casts.decimal("2.49"),
                Casts.decimal("10"),
                new Untyped("2"),
                Whole.of(5_000_000_000L)));
        for (int i = -3; i < 12; i++) {
            positions.add(Numbers.integer(i));
        }
        for (int i = 0; i < TIMES * 4; i++) {
            String text = chance.text();
            Object start = chance.oneOf(positions);
            Object length = chance.oneOf(positions);
            same.check(
                    "substring" + shown(text) + start,
                    Answer.of(() -> Texts.substring(text, start)),
                    SaxonXPath.typed("substring($a, $b)", text, start));
            same.check(
                    "substring" + shown(text) + start + ", " + length,
                    Answer.of(() -> Texts.substring(text, start, length)),
                    SaxonXPath.typed("substring($a, $b, $c)", text, start, length));
        }
        same.mostlyAnswered(TIMES * 4);
    }

    @Test
    void needsAPosition() {
        assertThat(Answer.of(() -> Texts.substring("abc", (BigDecimal) null)).isFailure())
                .isTrue();
        assertThat(Texts.substring(null, Numbers.integer(1))).isEmpty();
    }

    @Test
    void translatesAsSaxonDoes() {
        for (int i = 0; i < TIMES; i++) {
            String text = chance.below(50) == 0 ? null : chance.text();
            String from = chance.text();
            String to = chance.text();
            same.check(
                    "translate" + shown(text) + shown(from) + shown(to),
                    Answer.of(() -> Texts.translate(text, from, to)),
                    SaxonXPath.typed("translate($a, $b, $c)", text, from, to));
        }
        same.mostlyAnswered(TIMES / 2);
    }

    @Test
    void joinsAndTakesApartAsSaxonDoes() {
        for (int i = 0; i < TIMES; i++) {
            List<String> texts = List.of(chance.text(), chance.text(), chance.text());
            String text = texts.get(0);
            same.check(
                    "join" + texts,
                    Answer.of(() -> Texts.join(texts, "|")),
                    SaxonXPath.dynamically("string-join($a, '|')", texts));
            same.check(
                    "codepoints" + shown(text),
                    Answer.of(() -> Texts.codepoints(text)),
                    SaxonXPath.list("string-to-codepoints($a)", text));
            assertThat(Texts.fromCodepoints(Texts.codepoints(text))).isEqualTo(text);
        }
        assertThat(Texts.codepoints(null)).isEmpty();
        assertThat(Texts.join(List.of(), "|")).isEmpty();
    }

    @Test
    void knowsTheCharactersOfXmlAsSaxonDoes() {
        for (int c : new int[] {
            -1, 0, 8, 9, 10, 11, 13, 31, 32, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFFFD, 0xFFFE, 0x10000, 0x10FFFF, 0x110000
        }) {
            List<BigDecimal> one = List.of(Numbers.integer(c));
            same.check(
                    "character " + c,
                    Answer.of(() -> Texts.fromCodepoints(one)),
                    SaxonXPath.dynamically("codepoints-to-string($a)", one));
        }
    }

    @Test
    void findsDistinctValuesAsSaxonDoes() {
        for (int i = 0; i < TIMES; i++) {
            List<Object> values = new ArrayList<>();
            for (int j = chance.below(6); j > 0; j--) {
                Object value = chance.any();
                values.add(value == null ? Numbers.integer(chance.below(3)) : value);
            }
            if (!values.isEmpty()) {
                values.add(values.get(0));
            }
            same.check(
                    "distinct" + values,
                    Answer.of(() -> Texts.distinct(values)),
                    SaxonXPath.list("distinct-values($a)", values));
        }
        same.mostlyAnswered(TIMES / 2);
    }

    @Test
    void leavesATextThatIsNormalAlone() {
        String text = new String("one two three");
        assertThat(Texts.normalizeSpace(text)).isSameAs(text);
        assertThat(Texts.translate(text, "xyz", "")).isSameAs(text);
        assertThat(Texts.lowerCase(text)).isSameAs(text);
    }

    private static String shown(String text) {
        return text == null
                ? " nothing"
                : " '" + text + "' " + text.codePoints().boxed().toList();
    }
}
