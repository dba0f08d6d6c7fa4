package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small invoices of ours, each with the exact findings that the text of the official rules leads to. */
class SmallCasesTests {

    static final Validator VALIDATOR = Validator.official();

    /** Each case is checked once, however many tests ask. */
    private static final Map<String, Verdict> CHECKED = new ConcurrentHashMap<>();

    static Verdict check(SmallCase small) {
        return CHECKED.computeIfAbsent(small.name(), name -> small.checkedBy(VALIDATOR));
    }

    static List<SmallCase> cases() {
        return SmallCase.Reader.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsExactlyWhatTheRulesSay(SmallCase small) {
        Verdict verdict = check(small);

        assertThat(verdict)
                .isInstanceOf(small.stopped().isEmpty() ? Verdict.Checked.class : Verdict.SchemaInvalid.class);
        assertThat(found(verdict)).containsExactlyElementsOf(small.expected());
    }

    private static Stream<String> found(Verdict verdict) {
        return verdict instanceof Verdict.Checked
                ? verdict.findings().stream()
                        .map(finding -> finding.rule() + " " + finding.level())
                        .sorted()
                : Stream.of();
    }
}
