package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

class NumbersTests {

    private static final int TIMES = Chance.times(1_500);

    private final Chance chance = Chance.printed("numbers");
    private final Same same = new Same();

    private record OnTwo(
            String name,
            BinaryOperator<BigDecimal> decimals,
            java.util.function.BiFunction<Double, Double, Object> doubles,
            BinaryOperator<Object> any) {}

    private static final List<OnTwo> OPERATIONS = List.of(
            new OnTwo("$a + $b", Numbers::add, Numbers::add, Numbers::add),
            new OnTwo("$a - $b", Numbers::subtract, Numbers::subtract, Numbers::subtract),
            new OnTwo("$a * $b", Numbers::multiply, Numbers::multiply, Numbers::multiply),
            new OnTwo("$a div $b", Numbers::divide, Numbers::divide, Numbers::divide),
            new OnTwo("$a idiv $b", Numbers::idiv, Numbers::idiv, Numbers::idiv),
            new OnTwo("$a mod $b", Numbers::mod, Numbers::mod, Numbers::mod));

    @Test
    void calculatesWithDecimalsAsSaxonDoes() {
        for (int i = 0; i < TIMES; i++) {
            BigDecimal a = chance.number();
            BigDecimal b = chance.number();
            for (OnTwo operation : OPERATIONS) {
                Answer ours = Answer.of(() -> operation.decimals().apply(a, b));
                same.check(operation.name() + a + ", " + b, ours, SaxonXPath.dynamically(operation.name(), a, b));
                same.check(operation.name() + a + ", " + b, ours, SaxonXPath.typed(operation.name(), a, b));
            }
        }
        same.mostlyAnswered(TIMES * 10);
    }

    @Test
    void calculatesWithDoublesAsSaxonDoes() {
        for (int i = 0; i < TIMES; i++) {
            Double a = chance.real();
            Double b = chance.real();
            for (OnTwo operation : OPERATIONS) {
                Answer ours = Answer.of(() -> operation.doubles().apply(a, b));
                same.check(operation.name() + a + ", " + b, ours, SaxonXPath.typed(operation.name(), a, b));
            }
        }
        same.mostlyAnswered(TIMES * 4);
    }

    @Test
    void calculatesWithWhateverComesAsSaxonDoes() {
        for (int i = 0; i < TIMES * 2; i++) {
            Object a = chance.any();
            Object b = chance.any();
            for (OnTwo operation : OPERATIONS) {
                if (a instanceof java.time.LocalDate && b instanceof java.time.LocalDate) {
                    continue;
                }
                Answer ours = Answer.of(() -> operation.any().apply(a, b));
                same.check(operation.name() + a + ", " + b, ours, SaxonXPath.dynamically(operation.name(), a, b));
            }
        }
        same.mostlyAnswered(TIMES * 2);
    }

    @Test
    void addsUpAsSaxonDoes() {
        for (int i = 0; i < TIMES; i++) {
            boolean decimalsOnly = chance.below(2) == 0;
            List<Object> values = new ArrayList<>();
            for (int j = chance.below(5); j > 0; j--) {
                Object value = decimalsOnly ? chance.number() : new Untyped(chance.numberText());
                values.add(chance.below(5) == 0 ? chance.number() : value);
            }
            same.check("sum" + values, Answer.of(() -> Numbers.sum(values)), SaxonXPath.dynamically("sum($a)", values));
        }
        same.mostlyAnswered(TIMES / 2);
    }

    @Test
    void roundsAsSaxonDoes() {
        for (int i = 0; i < TIMES * 2; i++) {
            BigDecimal a = chance.number();
            Double b = chance.real();
            Object c = chance.any();
            same.check("round " + a, Answer.of(() -> Numbers.round(a)), SaxonXPath.typed("round($a)", a));
            same.check("round " + b, Answer.of(() -> Numbers.round(b)), SaxonXPath.typed("round($a)", b));
            same.check("round " + c, Answer.of(() -> Numbers.round(c)), SaxonXPath.dynamically("round($a)", c));
            same.check("abs " + a, Answer.of(() -> Numbers.abs(a)), SaxonXPath.typed("abs($a)", a));
            same.check("abs " + b, Answer.of(() -> Numbers.abs(b)), SaxonXPath.typed("abs($a)", b));
            same.check("abs " + c, Answer.of(() -> Numbers.abs(c)), SaxonXPath.dynamically("abs($a)", c));
            same.check("- " + a, Answer.of(() -> Numbers.negate(a)), SaxonXPath.typed("-$a", a));
            same.check("- " + b, Answer.of(() -> Numbers.negate(b)), SaxonXPath.typed("-$a", b));
            same.check("- " + c, Answer.of(() -> Numbers.negate(c)), SaxonXPath.dynamically("-$a", c));
        }
        same.mostlyAnswered(TIMES * 12);
    }

    @Test
    void roundsToDigitsAsSaxonDoes() {
        for (int i = 0; i < TIMES; i++) {
            BigDecimal a = chance.number();
            Double b = chance.real();
            BigDecimal digits = Numbers.integer(chance.below(6));
            same.check(
                    "round " + a,
                    Answer.of(() -> Numbers.round(a, digits)),
                    SaxonXPath.typed("round($a, $b)", a, digits));
            same.check(
                    "round " + b,
                    Answer.of(() -> Numbers.round(b, digits)),
                    SaxonXPath.typed("round($a, $b)", b, digits));
        }
        same.mostlyAnswered(TIMES);
    }
}
