package org.rechnungseingang.service.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.town.APdf;

/** The pages of a PDF invoice are held against the XML inside it, and never change what the rules say. */
class PagesTests {

    private static final PdfExtraction PDFS = PdfExtraction.create();

    private static final ExamineDocument EXAMINE = new ExamineDocument(
            new Validators(Validator.official(), new ValidationProperties(Map.of()), new CurrentTenant()),
            PDFS,
            new ReadingLimits(200),
            Clock.systemUTC());

    @AfterAll
    static void close() {
        PDFS.close();
    }

    @Test
    void agreeWithTheInvoiceInThem() throws IOException {
        byte[] sample = Files.readAllBytes(
                Path.of(System.getProperty("basedir", "."), "..", "samples", "good", "zugferd-01-xrechnung.pdf"));

        assertThat(EXAMINE.examine(sample).own()).isEmpty();
    }

    @Test
    void areFoundToAskForAnotherTotal() {
        Examined examined =
                EXAMINE.examine(APdf.saying("Zu zahlen: 99.999,00 EUR").bytes());

        assertThat(examined.own()).singleElement().satisfies(deviates -> {
            assertThat(deviates.rule()).isEqualTo("OWN-PDF-TOTAL");
            assertThat(deviates.value())
                    .hasValueSatisfying(due -> assertThat(due).contains("612.85"));
            assertThat(deviates.text()).contains("99.999,00");
        });
    }

    @Test
    void areFoundToNameAnotherAccount() {
        assertThat(EXAMINE.examine(
                                APdf.saying("IBAN DE75 5121 0800 1245 1261 99").bytes())
                        .own())
                .extracting(Finding::rule)
                .containsExactly("OWN-PDF-IBAN");
    }

    @Test
    void leaveOutcomeAndDecisionToTheOfficialRules() {
        Examined examined = EXAMINE.examine(APdf.saying("Zu zahlen: 99.999,00 EUR", "IBAN DE75 5121 0800 1245 1261 99")
                .bytes());

        assertThat(examined.own()).hasSize(2);
        assertThat(examined.findings()).isEmpty();
        assertThat(examined.outcome()).isEqualTo(CheckOutcome.ACCEPT);
        assertThat(examined.decision()).isEqualTo(DecisionLevel.ACCEPT);
    }

    @Test
    void mayBeUnreadableOrEmpty() {
        for (APdf pdf : new APdf[] {APdf.unreadable(), APdf.saying()}) {
            Examined examined = EXAMINE.examine(pdf.bytes());

            assertThat(examined.outcome()).isEqualTo(CheckOutcome.ACCEPT);
            assertThat(examined.own()).isEmpty();
            assertThat(examined.header().flatMap(InvoiceHeader::number)).isEqualTo(Optional.of("R-26-915"));
        }
    }
}
