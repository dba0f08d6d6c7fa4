package org.rechnungseingang.schematron.translated;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CastsTests {

    private static final int TIMES = Chance.times(1_500);

    private final Chance chance = Chance.printed("casts");
    private final Same same = new Same("date with a zone or an odd year", "integer of odd digits");

    private record Cast(String name, Function<String, Object> ofText, Function<Object, Object> any) {}

    private static final List<Cast> CASTS = List.of(
            new Cast("xs:decimal($a)", Casts::decimal, Casts::decimal),
            new Cast("xs:integer($a)", Casts::integer, Casts::integer),
            new Cast("xs:double($a)", Casts::toDouble, Casts::toDouble),
            new Cast("number($a)", Casts::number, Casts::number),
            new Cast("xs:boolean($a)", Casts::toBoolean, Casts::toBoolean),
            new Cast("xs:date($a)", Casts::date, Casts::date),
            new Cast("xs:string($a)", Casts::string, Casts::string));

    @Test
    void castsTextsAsSaxonDoes() {
        for (int i = 0; i < TIMES; i++) {
            String text = chance.below(5) == 0 ? chance.dateText() : chance.numberText();
            for (Cast cast : CASTS) {
                Answer ours = Answer.of(() -> cast.ofText().apply(text));
                same.check(cast.name() + " '" + text + "'", ours, SaxonXPath.typed(cast.name(), text));
                same.check(cast.name() + " '" + text + "'", ours, SaxonXPath.typed(cast.name(), new Untyped(text)));
            }
        }
        same.mostlyAnswered(TIMES * 4);
    }

    @Test
    void castsWhateverComesAsSaxonDoes() {
        for (int i = 0; i < TIMES; i++) {
            Object value = chance.any();
            for (Cast cast : CASTS) {
                Answer ours = Answer.of(() -> cast.any().apply(value));
                same.check(cast.name() + " " + value, ours, SaxonXPath.dynamically(cast.name(), value));
                if (!(value instanceof Whole)) {
                    same.check(cast.name() + " " + value, ours, SaxonXPath.typed(cast.name(), value));
                }
            }
        }
        same.mostlyAnswered(TIMES * 4);
    }

    @Test
    void castsNumbersAsSaxonDoes() {
        for (int i = 0; i < TIMES; i++) {
            BigDecimal number = chance.number();
            Double real = chance.real();
            same.check(
                    "decimal " + number,
                    Answer.of(() -> Casts.decimal(number)),
                    SaxonXPath.typed("xs:decimal($a)", number));
            same.check(
                    "decimal " + real, Answer.of(() -> Casts.decimal(real)), SaxonXPath.typed("xs:decimal($a)", real));
            same.check(
                    "integer " + number,
                    Answer.of(() -> Casts.integer(number)),
                    SaxonXPath.typed("xs:integer($a)", number));
            same.check(
                    "integer " + real, Answer.of(() -> Casts.integer(real)), SaxonXPath.typed("xs:integer($a)", real));
            same.check(
                    "double " + number,
                    Answer.of(() -> Casts.toDouble(number)),
                    SaxonXPath.typed("xs:double($a)", number));
            same.check(
                    "number " + number, Answer.of(() -> Casts.number(number)), SaxonXPath.typed("number($a)", number));
            same.check(
                    "string " + number, Answer.of(() -> Casts.string(number)), SaxonXPath.typed("string($a)", number));
        }
        same.mostlyAnswered(TIMES * 5);
    }

    @Test
    void knowsWhatCanBeCast() {
        for (int i = 0; i < TIMES; i++) {
            String text = chance.below(3) == 0 ? chance.dateText() : chance.numberText();
            castable("xs:integer", text, Casts.castableInteger(text));
            castable("xs:decimal", text, Casts.castableDecimal(text));
            castable("xs:date", text, Casts.castableDate(text));
        }
        assertThat(Casts.castableInteger(null)).isFalse();
        assertThat(Casts.castableDecimal(null)).isFalse();
        assertThat(Casts.castableDate(null)).isFalse();
    }

    private void castable(String type, String text, boolean ours) {
        same.check(
                "'" + text + "' castable as " + type,
                Answer.said(ours),
                SaxonXPath.typed("$a castable as " + type, new Untyped(text)));
    }

    @Test
    void knowsTheTruthOfAValue() {
        for (int i = 0; i < TIMES; i++) {
            Object value = chance.any();
            same.check(
                    "boolean " + value,
                    Answer.of(() -> Casts.isTrue(value)),
                    SaxonXPath.dynamically("boolean($a)", value));
        }
        same.mostlyAnswered(TIMES / 2);
    }

    @Test
    void writesDoublesAsSaxonDoes() {
        for (int i = 0; i < TIMES * 2; i++) {
            Double value = chance.real();
            same.check("string " + value, Answer.of(() -> Casts.string(value)), SaxonXPath.typed("string($a)", value));
        }
        same.mostlyAnswered(TIMES);
    }

    @Test
    void convertsOnlyTheUntyped() {
        assertThat(Casts.untypedToDouble(new Untyped(" 1.50 "))).isEqualTo(1.5);
        assertThat(Casts.untypedToDouble("1.50")).isEqualTo("1.50");
        assertThat(Casts.untypedToDouble(null)).isNull();
        assertThat(Answer.of(() -> Casts.numeric("1.50")).isFailure()).isTrue();
        assertThat(Answer.of(() -> Casts.numeric(new Untyped("1.50"))).isFailure())
                .isTrue();
        assertThat(Casts.numeric(1.5)).isEqualTo(1.5);
        assertThat(Casts.numeric(null)).isNull();
        assertThat(Answer.of(() -> Casts.required(null)).isFailure()).isTrue();
        assertThat(Casts.untyped("x")).isEqualTo(new Untyped("x"));
        assertThat(Casts.untyped(null)).isNull();
    }
}
