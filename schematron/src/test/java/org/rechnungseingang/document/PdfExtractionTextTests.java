package org.rechnungseingang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rechnungseingang.document.PdfFixture.aPdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.PdfExtractionResult.Found;

/** The text of the pages comes along with the invoice, and the invoice comes also without it. */
class PdfExtractionTextTests {

    private static final PdfExtraction EXTRACTION = PdfExtraction.create();

    @AfterAll
    static void close() {
        EXTRACTION.close();
    }

    private static PdfFixture anInvoice() {
        return aPdf().withFile("factur-x.xml", "<r/>");
    }

    private static String text(PdfFixture pdf) {
        PdfExtractionResult result = EXTRACTION.extract(pdf.bytes());
        assertThat(result).isInstanceOf(Found.class);
        Found found = (Found) result;
        assertThat(found.xml()).isEqualTo("<r/>".getBytes());
        return found.text();
    }

    @Test
    void readsThePagesLineByLine() {
        assertThat(text(anInvoice().withPage("Rechnung R-1", "Zu zahlen: 119,00 EUR für Bänke"))
                        .lines())
                .contains("Rechnung R-1", "Zu zahlen: 119,00 EUR für Bänke");
    }

    @Test
    void hasNoTextWhereThePagesHaveNone() {
        assertThat(text(anInvoice())).isBlank();
    }

    @Test
    void readsTheFirstPagesAndTheLast() {
        PdfFixture pdf = anInvoice();
        IntStream.rangeClosed(2, 40).forEach(page -> pdf.withPage("Seite " + page + "."));
        assertThat(text(pdf).lines())
                .contains("Seite 2.", "Seite 15.", "Seite 36.", "Seite 40.")
                .doesNotContain("Seite 16.", "Seite 35.");
    }

    @Test
    void readsNoMoreThanItsBound() {
        PdfFixture pdf = anInvoice();
        String[] lines = IntStream.range(0, 300).mapToObj(i -> "x".repeat(500)).toArray(String[]::new);
        assertThat(text(pdf.withPage(lines))).hasSize(PdfExtractionText.MOST_CHARACTERS);
    }

    @Test
    void keepsTheInvoiceWhenThePagesTakeTooLong() {
        // A minute and more, hence too long for a faster machine, too.
        assertThat(text(anInvoice().withPage("R-1").withBombPages(18, 400))).isEmpty();
        assertThat(text(anInvoice().withPage("R-1"))).contains("R-1");
    }

    @Test
    void travelsInAFrameOfItsOwn() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String text = "ß€".repeat(PdfExtractionText.MOST_CHARACTERS / 2);
        PdfExtractionFrame.writeText(new DataOutputStream(bytes), text);
        assertThat(PdfExtractionFrame.readText(input(bytes.toByteArray()))).isEqualTo(text);
    }

    @Test
    void believesNoFrameThatIsNoneOrTooLong() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfExtractionFrame.writeText(new DataOutputStream(bytes), "€".repeat(PdfExtractionText.MOST_CHARACTERS + 1));
        assertThatThrownBy(() -> PdfExtractionFrame.readText(input(bytes.toByteArray())))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PdfExtractionFrame.readText(input(new byte[] {'N'})))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PdfExtractionFrame.readText(input(new byte[] {'T', -1, -1, -1, -1})))
                .isInstanceOf(IOException.class);
    }

    private static DataInputStream input(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
