package org.rechnungseingang.service.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.document.PdfExtractionResult.Limit;
import org.rechnungseingang.document.PdfExtractionResult.OverLimit;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.service.tenant.CurrentTenant;

class AttachmentsTests {

    /** It has two. */
    private static final Path SAMPLE =
            Path.of(System.getProperty("basedir", "."), "..", "samples", "good", "ubl-03-anhaenge.xml");

    @Test
    void areCheckedUpToTheirMostNumber() throws IOException {
        Examined examined = examine(2);

        assertThat(examined.outcome()).isEqualTo(CheckOutcome.ACCEPT);
        assertThat(examined.reason()).isEmpty();
    }

    @Test
    void areLeftToAPersonWhenTheyAreMore() throws IOException {
        Examined examined = examine(1);

        assertThat(examined.outcome()).isEqualTo(CheckOutcome.REFUSED);
        assertThat(examined.outcome().needsPerson()).isTrue();
        assertThat(examined.header().flatMap(InvoiceHeader::seller)).isPresent();
        assertThat(examined.reason()).hasValueSatisfying(AttachmentsTests::saysWhatToDo);
    }

    @Test
    void areCountedInAPdfToo() {
        Reason reason = NoInvoice.because(new OverLimit(Limit.ATTACHMENTS), new ReadingLimits(1));

        assertThat(reason).satisfies(AttachmentsTests::saysWhatToDo);
    }

    private static void saysWhatToDo(Reason reason) {
        assertThat(reason.german()).contains("mehr als 1 Anlage", "neu senden");
        assertThat(reason.english()).contains("more than 1 attachment", "send it anew");
    }

    private static Examined examine(int most) throws IOException {
        try (PdfExtraction pdfs = PdfExtraction.create()) {
            return new ExamineDocument(
                            new Validators(
                                    Validator.official(), new ValidationProperties(Map.of()), new CurrentTenant()),
                            pdfs,
                            new ReadingLimits(most),
                            Clock.systemUTC())
                    .examine(Files.readAllBytes(SAMPLE));
        }
    }
}
