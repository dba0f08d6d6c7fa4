package org.rechnungseingang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.document.PdfFixture.aPdf;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.HostileTable;
import org.rechnungseingang.document.PdfExtractionResult.Encrypted;
import org.rechnungseingang.document.PdfExtractionResult.Found;
import org.rechnungseingang.document.PdfExtractionResult.Limit;
import org.rechnungseingang.document.PdfExtractionResult.OverLimit;
import org.rechnungseingang.document.PdfExtractionResult.SeveralInvoices;

/** PDFs that a stranger may send: each in bounded time and memory of a process of its own. */
class HostilePdfTests {

    /** Computing time of the process, its start included. */
    private static final Duration MOST_TIME = Duration.ofSeconds(10);

    /** The process has 192 MiB of heap; the rest is the JVM itself and the PDF on its way. */
    private static final long MOST_MEMORY = 400L * 1024 * 1024;

    private static final int GIBIBYTE = 1024;
    private static final String NAME = "factur-x.xml";

    private static final HostileTable TABLE = new HostileTable("hostile PDF", "most memory of the process");

    @AfterAll
    static void writeTable() {
        TABLE.write();
    }

    private static PdfExtractionResult extract(String what, byte[] pdf) {
        try (PdfExtraction extraction = PdfExtraction.create();
                WatchedChildren children = new WatchedChildren()) {
            PdfExtractionResult result = extraction.extract(pdf);
            TABLE.add(what, pdf.length, children.processor(), HostileTable.bytes(children.peak()), word(result));
            assertThat(children.processor()).isLessThan(MOST_TIME);
            assertThat(children.peak()).isLessThan(MOST_MEMORY);
            return result;
        }
    }

    private static String word(PdfExtractionResult result) {
        return result instanceof OverLimit over
                ? "over limit: " + over.limit()
                : result.getClass().getSimpleName();
    }

    @Test
    void stopsUnpackingAGibibyte() {
        assertThat(extract("1 GiB, flate", aPdf().withBomb(NAME, GIBIBYTE).bytes()))
                .isEqualTo(new OverLimit(Limit.SIZE));
    }

    @Test
    void survivesAGibibyteInTwoWrappings() {
        assertThat(extract(
                        "1 GiB, flate in hexadecimal",
                        aPdf().withWrappedBomb(NAME, GIBIBYTE).bytes()))
                .isEqualTo(new OverLimit(Limit.MEMORY));
    }

    @Test
    void survivesAGibibyteOfRuns() {
        assertThat(extract(
                        "1 GiB, run-length",
                        aPdf().withRunLengthBomb(NAME, GIBIBYTE).bytes()))
                .isEqualTo(new OverLimit(Limit.MEMORY));
        assertThat(extract(
                        "1 GiB, run-length in flate",
                        aPdf().withPackedRunLengthBomb(NAME, GIBIBYTE).bytes()))
                .isEqualTo(new OverLimit(Limit.MEMORY));
    }

    @Test
    void survivesAGibibyteWhereItsObjectsShouldBe() {
        assertThat(extract("1 GiB, object stream", PdfFixture.withObjectStreamBomb(GIBIBYTE)))
                .isEqualTo(new OverLimit(Limit.MEMORY));
    }

    @Test
    void walksNameTreesOfAnyShape() {
        assertThat(extract("name tree of 300 levels, in a circle", PdfFixture.deepAndCircular(300, NAME, "<r/>")))
                .isInstanceOf(Found.class);
        assertThat(extract("name tree of 20 000 levels, in a circle", PdfFixture.deepAndCircular(20_000, NAME, "<r/>")))
                .isEqualTo(new OverLimit(Limit.MEMORY));
        assertThat(extract("name tree of 11 000 leaves", PdfFixture.wide(11_000)))
                .isEqualTo(new OverLimit(Limit.SIZE));
    }

    @Test
    void choosesNoneOfTwoInvoices() {
        byte[] pdf =
                aPdf().withFile(NAME, "<r/>").withFile("xrechnung.xml", "<s/>").bytes();
        assertThat(extract("two invoices", pdf)).isEqualTo(new SeveralInvoices(List.of(NAME, "xrechnung.xml")));
    }

    @Test
    void opensNothingThatIsLocked() {
        byte[] pdf = aPdf().withFile(NAME, "<r/>").encrypted("geheim").bytes();
        assertThat(extract("encrypted", pdf)).isEqualTo(new Encrypted());
    }
}
