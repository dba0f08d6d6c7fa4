package org.rechnungseingang.service.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.LegalClass;
import org.rechnungseingang.schematron.Level;

class VerdictsTests {

    @Test
    void keepsAThousandFindingsAsTheyAre() {
        List<Finding> thousand = some(1_000, Level.WARNING);

        assertThat(Verdicts.kept(Findings.of(thousand))).isEqualTo(thousand);
    }

    @Test
    void saysHowManyMoreThereAre() {
        List<Finding> kept = Verdicts.kept(Findings.of(some(1_234, Level.WARNING)));

        assertThat(kept).hasSize(1_001);
        assertThat(kept.get(1_000)).satisfies(more -> {
            assertThat(more.rule()).isEqualTo("OWN-MORE");
            assertThat(more.level()).isEqualTo(Level.INFORMATION);
            assertThat(more.text()).contains("234 ");
        });
    }

    @Test
    void keepsThoseThatStandAgainstAcceptanceHoweverLateTheyCome() {
        List<Finding> errors = some(7, Level.ERROR);
        List<Finding> kept =
                Verdicts.kept(Findings.of(Stream.concat(some(5_000, Level.INFORMATION).stream(), errors.stream())
                        .toList()));

        assertThat(kept).startsWith(errors.toArray(Finding[]::new));
        assertThat(kept.get(7).rule()).isEqualTo("INFORMATION-0");
    }

    private static List<Finding> some(int count, Level level) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Finding(
                        level.name() + "-" + i, level, LegalClass.CONTENT, "text", "", List.of(), Optional.empty()))
                .toList();
    }
}
