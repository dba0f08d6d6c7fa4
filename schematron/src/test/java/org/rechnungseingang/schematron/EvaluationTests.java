package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluationTests {

    static Stream<String> texts() {
        return Stream.of(
                "",
                " ",
                "a",
                "one line",
                " one line ",
                "two\nlines",
                "two \r\n\t lines\n",
                "two  blanks",
                "a\u00a0\u00a0b",
                "a\u000bb",
                "a\u0001b",
                "\u2003a \u2003 b\u2003",
                "a \n",
                "ä  €");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void putsTheTextOfARuleInOneLine(String text) {
        assertThat(Evaluation.inOneLine(text)).isEqualTo(text.strip().replaceAll("\\s+", " "));
    }
}
