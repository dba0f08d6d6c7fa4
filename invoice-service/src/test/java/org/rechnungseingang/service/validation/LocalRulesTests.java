package org.rechnungseingang.service.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.TenantId;
import org.rechnungseingang.service.tenant.TenantKeys;
import org.rechnungseingang.service.town.AnInvoice;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** A town's own rules stand beside the official ones, in that town only. */
class LocalRulesTests {

    private static final Path EXAMPLE = Path.of(System.getProperty("basedir", "."), "..", "samples", "local-rules");

    /** Above the example's 5 000 euro, and without an order number. */
    private static final byte[] LARGE =
            AnInvoice.sample("good/ubl-04-zwei-steuersaetze.xml").bytes();

    private final CurrentTenant tenant = new CurrentTenant();
    private final TenantId town = TenantKeys.named(tenant, "musterstadt");
    private final TenantId neighbour = TenantKeys.named(tenant, "nachbarstadt");

    @TempDir
    private Path folder;

    @Test
    void findWhatTheTownWantsAndLeaveTheOutcomeAlone() {
        Examined examined = examine(town);

        assertThat(examined.local()).extracting(Finding::rule).containsExactly("MUSTERSTADT-01");
        assertThat(examined.findings()).isEmpty();
        assertThat(examined.outcome()).isEqualTo(CheckOutcome.ACCEPT);
        assertThat(examined.decision()).isEqualTo(DecisionLevel.ACCEPT);
    }

    @Test
    void areNoMatterOfAnotherTown() {
        assertThat(examine(neighbour).local()).isEmpty();
    }

    @Test
    void stopTheStartWithPlaceReasonAndRemedyWhenTheyAreRefused() throws IOException {
        Files.writeString(folder.resolve("haus.sch"), """
                <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
                  <pattern><rule context="/*"><assert id="HAUS-1" test="document('file:/etc/passwd')">x</assert></rule></pattern>
                </schema>""");

        TownRulesRefused refused = catchThrowableOfType(TownRulesRefused.class, () -> validators(folder));
        FailureAnalysis told = new TownRulesRefusedAnalyzer().analyze(new IllegalStateException(refused), refused);

        assertThat(told.getDescription()).contains("musterstadt", folder.toString(), "haus.sch, Zeile 2", "document");
        assertThat(told.getAction())
                .contains("rechnungseingang.validation.musterstadt.local-rules", "docs/operations.md");
    }

    @Test
    void areExplainedBySpringWhenAStartFails() {
        List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        SpringFactoriesLoader.FailureHandler.logging(LogFactory.getLog(getClass())));

        assertThat(analyzers).hasAtLeastOneElementOfType(TownRulesRefusedAnalyzer.class);
    }

    @Test
    void stopTheStartWhenTheirFolderIsMissing() {
        TownRulesRefused refused =
                catchThrowableOfType(TownRulesRefused.class, () -> validators(folder.resolve("nowhere")));

        assertThat(refused).hasMessageContaining("nowhere");
    }

    private Examined examine(TenantId of) {
        try (PdfExtraction pdfs = PdfExtraction.create()) {
            ExamineDocument examine =
                    new ExamineDocument(validators(EXAMPLE), pdfs, new ReadingLimits(200), Clock.systemUTC());
            return tenant.within(of, () -> examine.examine(LARGE));
        }
    }

    private Validators validators(Path rules) {
        ValidationProperties.Town settings = new ValidationProperties.Town(Optional.of(rules.toString()));
        return new Validators(Validator.official(), new ValidationProperties(Map.of("musterstadt", settings)), tenant);
    }
}
