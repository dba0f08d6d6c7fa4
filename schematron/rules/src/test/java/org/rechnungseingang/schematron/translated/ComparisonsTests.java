package org.rechnungseingang.schematron.translated;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class ComparisonsTests {

    private static final int TIMES = Chance.times(1_200);

    private static final Map<Operator, List<String>> OPERATORS = Map.of(
            Operator.EQ, List.of("=", "eq"),
            Operator.NE, List.of("!=", "ne"),
            Operator.LT, List.of("<", "lt"),
            Operator.LE, List.of("<=", "le"),
            Operator.GT, List.of(">", "gt"),
            Operator.GE, List.of(">=", "ge"));

    private final Chance chance = Chance.printed("comparisons");
    private final Same same =
            new Same("comparison with NaN", "comparison with minus zero", "date with a zone or an odd year");

    @Test
    void comparesWhateverComesGenerallyAsSaxonDoes() {
        for (int i = 0; i < TIMES; i++) {
            Object a = chance.any();
            Object b = chance.below(9) == 0 ? a : chance.any();
            OPERATORS.forEach((operator, names) -> {
                String expression = "$a " + names.get(0) + " $b";
                Answer ours = Answer.of(() -> Comparisons.general(a, b, operator));
                same.check(a + expression + b, ours, SaxonXPath.dynamically(expression, a, b));
            });
        }
        same.mostlyAnswered(TIMES);
    }

    @Test
    void comparesUntypedValuesWithNumbersAsSaxonDoes() {
        for (int i = 0; i < TIMES; i++) {
            String text = chance.numberText();
            Object number = chance.below(3) == 0 ? chance.real() : chance.number();
            OPERATORS.forEach((operator, names) -> {
                String expression = "$a " + names.get(0) + " $b";
                Untyped untyped = new Untyped(text);
                Answer ours = Answer.of(() -> Comparisons.untyped(text, number, operator));
                same.check(text + expression + number, ours, SaxonXPath.typed(expression, untyped, number));
                Answer swapped = Answer.of(() -> Comparisons.general(number, untyped, operator));
                same.check(number + expression + text, swapped, SaxonXPath.typed(expression, number, untyped));
            });
        }
        same.mostlyAnswered(TIMES);
    }

    /** The optimiser has code of its own for comparisons with a literal. */
    @Test
    void comparesWithLiteralsAsSaxonDoes() {
        for (int i = 0; i < TIMES; i++) {
            Object a = chance.below(3) == 0
                    ? chance.number()
                    : chance.below(2) == 0 ? chance.real() : new Untyped(chance.numberText());
            OPERATORS.forEach((operator, names) -> {
                LITERALS.forEach((literal, b) -> {
                    String expression = "$a " + names.get(0) + " " + literal;
                    Answer ours = Answer.of(() -> Comparisons.general(a, b, operator));
                    same.check(a + expression, ours, SaxonXPath.typed(expression, a));
                    same.check(a + expression, ours, SaxonXPath.typed("boolean(" + expression + ")", a));
                    same.check(a + expression, ours, SaxonXPath.dynamically(expression, a));
                    same.check("exactly one " + a + expression, ours, SaxonXPath.one(expression, a));
                });
            });
        }
        same.mostlyAnswered(TIMES * 20);
    }

    private static final Map<String, Object> LITERALS = Map.of(
            "0", Numbers.integer(0),
            "5", Numbers.integer(5),
            "0.5", Casts.required(Casts.decimal("0.5")),
            "1.5e0", 1.5,
            "0e0", 0.0);

    @Test
    void comparesValuesAsSaxonDoes() {
        for (int i = 0; i < TIMES; i++) {
            Object a = chance.any();
            Object b = chance.below(9) == 0 ? a : chance.any();
            OPERATORS.forEach((operator, names) -> {
                String expression = "boolean($a " + names.get(1) + " $b)";
                Answer ours = Answer.of(() -> Comparisons.value(a, b, operator));
                same.check(a + expression + b, ours, SaxonXPath.dynamically(expression, a, b));
            });
        }
        same.mostlyAnswered(TIMES);
    }

    @Test
    void comparesValuesOfOneTypeAsSaxonDoes() {
        for (int i = 0; i < TIMES / 2; i++) {
            compared(chance.text(), chance.text(), TEXTS);
            compared(chance.number(), chance.number(), DECIMALS);
            compared(chance.real(), chance.real(), DOUBLES);
            compared(chance.below(2) == 0, chance.below(2) == 0, TRUTHS);
            compared(chance.date(), chance.date(), DATES);
        }
        same.mostlyAnswered(TIMES * 15);
    }

    private <T> void compared(T a, T b, Map<Operator, BiPredicate<T, T>> methods) {
        methods.forEach((operator, method) -> {
            String expression = "$a " + OPERATORS.get(operator).get(1) + " $b";
            same.check(a + expression + b, Answer.of(() -> method.test(a, b)), SaxonXPath.typed(expression, a, b));
            same.check(a + expression + a, Answer.of(() -> method.test(a, a)), SaxonXPath.typed(expression, a, a));
            assertThat(method.test(a, null) || method.test(null, a) || method.test(null, null))
                    .isFalse();
        });
    }

    private static final Map<Operator, BiPredicate<String, String>> TEXTS = Map.of(
            Operator.EQ, Comparisons::eq,
            Operator.NE, Comparisons::ne,
            Operator.LT, Comparisons::lt,
            Operator.LE, Comparisons::le,
            Operator.GT, Comparisons::gt,
            Operator.GE, Comparisons::ge);

    private static final Map<Operator, BiPredicate<BigDecimal, BigDecimal>> DECIMALS = Map.of(
            Operator.EQ, Comparisons::eq,
            Operator.NE, Comparisons::ne,
            Operator.LT, Comparisons::lt,
            Operator.LE, Comparisons::le,
            Operator.GT, Comparisons::gt,
            Operator.GE, Comparisons::ge);

    private static final Map<Operator, BiPredicate<Double, Double>> DOUBLES = Map.of(
            Operator.EQ, Comparisons::eq,
            Operator.NE, Comparisons::ne,
            Operator.LT, Comparisons::lt,
            Operator.LE, Comparisons::le,
            Operator.GT, Comparisons::gt,
            Operator.GE, Comparisons::ge);

    private static final Map<Operator, BiPredicate<Boolean, Boolean>> TRUTHS = Map.of(
            Operator.EQ, Comparisons::eq,
            Operator.NE, Comparisons::ne,
            Operator.LT, Comparisons::lt,
            Operator.LE, Comparisons::le,
            Operator.GT, Comparisons::gt,
            Operator.GE, Comparisons::ge);

    private static final Map<Operator, BiPredicate<LocalDate, LocalDate>> DATES = Map.of(
            Operator.EQ, Comparisons::eq,
            Operator.NE, Comparisons::ne,
            Operator.LT, Comparisons::lt,
            Operator.LE, Comparisons::le,
            Operator.GT, Comparisons::gt,
            Operator.GE, Comparisons::ge);

    /** By an exact comparison 0.1 is less than the double 0.1; Saxon makes a double of the decimal. */
    @Test
    void comparesADecimalWithADoubleAsDoubles() {
        assertThat(Comparisons.value(Casts.decimal("0.1"), 0.1, Operator.EQ)).isTrue();
        assertThat(SaxonXPath.typed("$a eq $b", Casts.decimal("0.1"), 0.1)).hasToString("Boolean true");
    }
}
