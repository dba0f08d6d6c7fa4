package org.rechnungseingang.service.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.schematron.LegalClass;
import org.rechnungseingang.schematron.Level;
import org.rechnungseingang.service.portal.FindingView;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.Tone;
import org.rechnungseingang.service.portal.WordingFixture;
import org.springframework.context.i18n.LocaleContextHolder;

class SheetsTests {

    private static final Path SAMPLES =
            Path.of(System.getProperty("basedir", ".")).resolve("../samples");

    @BeforeEach
    void readInGerman() {
        LocaleContextHolder.setLocale(Locale.GERMAN);
    }

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void showsWhatIsThereAndNothingElse() throws IOException {
        Sheet sheet = sheets("good/ubl-01-schulbedarf.xml").overview("/details");

        assertThat(sheet.fields().map(Sheet.Field::value)).doesNotContain("");
        assertThat(values(sheet, "BT-1")).hasSize(1);
        assertThat(values(sheet, "BT-115")).singleElement().asString().endsWith("€");
    }

    @Test
    void putsAFindingAtItsFieldAlsoWhereTheFieldIsMissing() throws IOException {
        Finding missing = finding("BR-DE-15", Level.ERROR, "/ubl:Invoice", "BT-10");
        Sheet sheet = sheets("bad/leitweg-id-fehlt.xml", missing).overview("/details");

        Sheet.Field field = sheet.fields()
                .filter(candidate -> candidate.term().equals("BT-10"))
                .findFirst()
                .orElseThrow();
        assertThat(field.value()).isEmpty();
        assertThat(field.tone()).isEqualTo("error");
        assertThat(field.notes()).extracting(FindingView.Note::rule).containsExactly("BR-DE-15");
    }

    @Test
    void takesTheGravestOfAFieldsFindings() throws IOException {
        Sheet sheet = sheets(
                        "good/ubl-01-schulbedarf.xml",
                        finding("A", Level.ERROR, "", "BT-1"),
                        finding("B", Level.INFORMATION, "", "BT-1"))
                .overview("/details");

        assertThat(sheet.fields().filter(field -> field.term().equals("BT-1")).map(Sheet.Field::tone))
                .containsExactly(Tone.ERROR.css());
    }

    @Test
    void putsAFindingOfALineAtThatLineOnly() throws IOException {
        Finding second = finding("BR-25", Level.ERROR, "/ubl:Invoice/cac:InvoiceLine[2]/cac:Item", "BT-153");
        Sheet sheet = sheets("good/ubl-11-sechzig-positionen.xml", second).details(1, 3);

        assertThat(sheet.groups()).hasSize(3);
        assertThat(sheet.groups().stream().map(SheetsTests::found)).containsExactly(false, true, false);
    }

    @Test
    void showsTheFirstLinesAndTheWayToTheRest() throws IOException {
        Sheet.Table lines = sheets("good/ubl-11-sechzig-positionen.xml")
                .overview("/invoices/X?part=details")
                .tables()
                .get(0);

        assertThat(lines.rows()).hasSize(20);
        assertThat(lines.more()).contains("60");
        assertThat(lines.moreHref()).isEqualTo("/invoices/X?part=details");
    }

    @Test
    void givesAnIdOnlyOnceOnAPage() throws IOException {
        for (Path sample : samples()) {
            Optional<Invoice> invoice = invoice(sample);
            if (invoice.isPresent()) {
                List<String> ids = sheets(invoice.get(), List.of())
                        .overview("/details")
                        .fields()
                        .map(Sheet.Field::anchor)
                        .filter(id -> !id.isEmpty())
                        .toList();
                assertThat(ids).as(sample.toString()).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void offersFilesInsideAndShowsAReferenceElsewhereAsText() throws IOException {
        Sheet sheet = sheets("good/ubl-03-anhaenge.xml").attachments("/invoices/X/attachments/");

        assertThat(sheet.fields().map(Sheet.Field::href).filter(href -> !href.isEmpty()))
                .containsExactly("/invoices/X/attachments/0", "/invoices/X/attachments/1");
        assertThat(values(sheet, "BT-124")).isNotEmpty().allMatch(text -> text.startsWith("http"));
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            List<Path> found =
                    files.filter(path -> path.toString().endsWith(".xml")).toList();
            assertThat(found).hasSizeGreaterThan(16);
            return found;
        }
    }

    private static boolean found(Sheet.Group line) {
        return line.fields().stream().anyMatch(field -> !field.notes().isEmpty());
    }

    private static List<String> values(Sheet sheet, String term) {
        return sheet.fields()
                .filter(field -> field.term().equals(term))
                .map(Sheet.Field::value)
                .toList();
    }

    private static Sheets sheets(String sample, Finding... findings) throws IOException {
        return sheets(invoice(SAMPLES.resolve(sample)).orElseThrow(), List.of(findings));
    }

    private static Sheets sheets(Invoice invoice, List<Finding> findings) {
        var wording = WordingFixture.wording();
        return new Sheets(invoice, new SheetWriter(wording, new Notation(), FindingView.of(findings, wording)));
    }

    private static Optional<Invoice> invoice(Path sample) throws IOException {
        return Invoices.read(Document.of(Files.readAllBytes(sample))).invoice();
    }

    private static Finding finding(String rule, Level level, String location, String term) {
        return new Finding(rule, level, LegalClass.BUSINESS_RULE, "Text", location, List.of(term), Optional.empty());
    }
}
