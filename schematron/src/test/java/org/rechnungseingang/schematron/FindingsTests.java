package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsTests {

    private final Finding error = finding("BR-01", Level.ERROR);
    private final Finding warning = finding("BR-02", Level.WARNING);

    private static Finding finding(String rule, Level level) {
        return new Finding(rule, level, LegalClass.BUSINESS_RULE, rule, "", List.of(), Optional.empty());
    }

    @Test
    void composesInOrder() {
        assertThat(Findings.of(error).and(Findings.of(warning))).containsExactly(error, warning);
        assertThat(Findings.NONE.and(Findings.of(error)).and(Findings.of(warning)))
                .isEqualTo(Findings.of(error, warning));
    }

    @Test
    void knowsNone() {
        assertThat(Findings.of(List.of())).isSameAs(Findings.NONE);
        assertThat(Findings.NONE.and(Findings.NONE)).isSameAs(Findings.NONE);
        assertThat(Findings.NONE.isEmpty()).isTrue();
        assertThat(Findings.NONE.block()).isFalse();
    }

    @Test
    void blocksOnErrorsAndNeverOnWarnings() {
        assertThat(Findings.of(warning).block()).isFalse();
        assertThat(Findings.of(warning, error).block()).isTrue();
        assertThat(Findings.of(finding("BR-01", Level.FATAL)).block()).isTrue();
        assertThat(Findings.of(finding("BR-01", Level.INFORMATION)).block()).isFalse();
    }

    @Test
    void hasWireNamesThatAreRead() {
        for (Level level : Level.values()) {
            assertThat(Level.of(level.wireName())).contains(level);
        }
        assertThat(Level.of("grave")).isEmpty();
        assertThat(Outcome.SCHEMA_INVALID).hasToString("schema-invalid");
        assertThat(Outcome.NOT_WELLFORMED.wireName()).isEqualTo("not-wellformed");
        assertThat(LegalClass.BUSINESS_RULE.wireName()).isEqualTo("business-rule");
    }
}
