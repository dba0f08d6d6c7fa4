package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small invoices of ours, each with the exact findings that the text of the official rules leads to. */
class SmallCasesTests {

    static final Validator VALIDATOR = Validator.official();

    static List<SmallCase> cases() {
        return SmallCase.Reader.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsExactlyWhatTheRulesSay(SmallCase small) {
        Verdict verdict = small.checkedBy(VALIDATOR);

        assertThat(verdict).isInstanceOf(Verdict.Checked.class);
        assertThat(verdict.findings().stream()
                        .map(finding -> finding.rule() + " " + finding.level())
                        .sorted())
                .containsExactlyElementsOf(small.expected());
    }
}
