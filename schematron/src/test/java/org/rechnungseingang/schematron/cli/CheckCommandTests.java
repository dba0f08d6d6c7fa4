package org.rechnungseingang.schematron.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.document.PdfExtractionLimits;
import org.rechnungseingang.schematron.Outcome;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.schematron.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTests {

    private static final String NAMESPACES = "xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2' "
            + "xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String standardInput = "";

    private String order = "";
    private String broken = "";
    private String fragment = "";

    @BeforeEach
    void writeFiles() throws IOException {
        order = write("order.xml", "<Order/>");
        broken = write("broken.xml", "<a>\n<b></a>");
        fragment = write("fragment.xml", "<Invoice " + NAMESPACES + "><cbc:ID>1</cbc:ID></Invoice>");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int run(String... arguments) {
        return Main.run(
                Terminal.NONE,
                new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                arguments);
    }

    private JsonNode line(int number) {
        return JsonMapper.shared().readTree(out.toString().split("\n")[number]);
    }

    @Test
    void writesOneLineOfJsonAFile() {
        assertThat(run("check", "--format", "json", order, broken)).isEqualTo(1);
        assertThat(out.toString().split("\n")).hasSize(2);
        assertThat(line(0).propertyNames())
                .containsExactly("file", "outcome", "ruleSet", "findings", "schema", "own", "local");
        assertThat(line(0).get("file").asString()).isEqualTo(order);
        assertThat(line(0).get("outcome").asString()).isEqualTo("refused");
        assertThat(line(0).get("ruleSet").isNull()).isTrue();
        assertThat(line(0).get("findings").get(0).propertyNames()).containsExactly("rule", "level", "location", "text");
        assertThat(line(1).get("outcome").asString()).isEqualTo("not-wellformed");
        assertThat(line(1).get("schema").get(0).get("line").asInt()).isEqualTo(2);
        assertThat(line(1).get("findings").isEmpty()).isTrue();
    }

    @Test
    void mayBeCalledWithoutTheWordCheck() {
        assertThat(run("--format", "json", order)).isEqualTo(1);
        assertThat(line(0).get("outcome").asString()).isEqualTo("refused");
    }

    @Test
    void readsStandardInput() {
        standardInput = "<Reminder/>";
        assertThat(run("check", "--format=json", "-")).isEqualTo(1);
        assertThat(line(0).get("file").asString()).isEqualTo("-");
        assertThat(line(0).get("findings").get(0).get("rule").asString()).isEqualTo("REFUSED-reminder");
    }

    @Test
    void checksByANamedRuleSet() {
        assertThat(run("check", "--format=json", "--rules", "cen-ubl", fragment))
                .isEqualTo(1);
        assertThat(line(0).get("ruleSet").asString()).isEqualTo("cen-ubl 1.3.16");
        assertThat(line(0).get("findings")
                        .valueStream()
                        .map(node -> node.get("rule").asString()))
                .contains("BR-01", "BR-03");
        assertThat(line(0).get("findings").get(0).get("level").asString()).isEqualTo("fatal");
    }

    @Test
    void writesTextForPeople() {
        assertThat(run("check", "--lang", "en", order)).isEqualTo(1);
        assertThat(out.toString()).contains("order.xml: no e-invoice", "This is an order");
        run("check", order);
        assertThat(out.toString()).contains("keine E-Rechnung", "Das ist eine Bestellung");
    }

    @Test
    void refusesPicturesAndPdf() throws IOException {
        String pdf = write("a.xml", "%PDF-1.7");
        String zip = write("b.xml", "PK\u0003\u0004");
        assertThat(run("check", "--format=json", pdf, zip)).isEqualTo(1);
        assertThat(line(0).get("findings").get(0).get("rule").asString()).isEqualTo("REFUSED-pdf-unreadable");
        assertThat(line(1).get("findings").get(0).get("rule").asString()).isEqualTo("REFUSED-not-xml");
    }

    @Test
    void takesTheInvoiceOutOfAPdf() {
        Path samples = Files.isDirectory(Path.of("samples")) ? Path.of("samples") : Path.of("../samples");
        String invoice = samples.resolve("good/zugferd-01-xrechnung.pdf").toString();
        String several = samples.resolve("bad/pdf-zwei-rechnungen.pdf").toString();
        assertThat(run("check", "--format=json", invoice)).isZero();
        assertThat(line(0).get("ruleSet").asString()).isEqualTo("xrechnung-cii 3.0.2");
        assertThat(run("check", "--format=json", several)).isEqualTo(1);
        assertThat(line(1).get("findings").get(0).get("rule").asString()).isEqualTo("REFUSED-pdf-several-invoices");
    }

    @Test
    void holdsThePagesOfAPdfAgainstItsInvoice() throws IOException {
        Path samples = Files.isDirectory(Path.of("samples")) ? Path.of("samples") : Path.of("../samples");
        Path invoice = samples.resolve("good/zugferd-01-xrechnung.pdf");
        Path forged = folder.resolve("forged.pdf");
        try (PDDocument pdf = Loader.loadPDF(invoice.toFile())) {
            pdf.removePage(0);
            write(pdf, "Zu zahlen: 99.999,00 EUR", "IBAN DE75 5121 0800 1245 1261 99");
            pdf.save(forged.toFile());
        }
        assertThat(run("check", "--format=json", invoice.toString(), forged.toString()))
                .isZero();
        assertThat(line(0).get("own").isEmpty()).isTrue();
        assertThat(line(1).get("outcome").asString()).isEqualTo("accept");
        assertThat(line(1).get("findings").isEmpty()).isTrue();
        assertThat(line(1).get("own").valueStream().map(node -> node.get("rule").asString()))
                .containsExactly("OWN-PDF-TOTAL", "OWN-PDF-IBAN");
        assertThat(line(1).get("own").get(0).propertyNames()).containsExactly("rule", "level", "location", "text");
        run("check", forged.toString());
        assertThat(out.toString()).contains("angenommen", "2 Warnungen", "OWN-PDF-IBAN", "DE75512108001245126199");
    }

    private static void write(PDDocument pdf, String... lines) throws IOException {
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 12);
            content.setLeading(20);
            content.newLineAtOffset(50, 700);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    @Test
    void endsWithTwoOnWrongUsageAndUnreadableFiles() {
        assertThat(run("check")).isEqualTo(2);
        assertThat(run("check", "--format", "xml", order)).isEqualTo(2);
        assertThat(run("check", "--rules", "nonsense", order)).isEqualTo(2);
        assertThat(run("check", "--date", "tomorrow", order)).isEqualTo(2);
        assertThat(run("check", folder.resolve("missing").toString(), order)).isEqualTo(2);
        assertThat(err.toString()).contains("missing");
        assertThat(out.toString()).contains("order.xml");
    }

    @Test
    void searchesFolders() throws IOException {
        Path below = Files.createDirectories(folder.resolve("below/.hidden"));
        Files.writeString(below.resolve("unseen.xml"), "<Order/>");
        Files.writeString(below.resolveSibling("a.XML"), "<Order/>");
        Files.writeString(below.resolveSibling(".b.xml"), "<Order/>");
        Files.writeString(below.resolveSibling("c.txt"), "<Order/>");
        assertThat(run("--format=json", folder.toString())).isEqualTo(1);
        assertThat(out.toString()
                        .lines()
                        .map(line ->
                                JsonMapper.shared().readTree(line).get("file").asString()))
                .containsExactly(folder.resolve("below/a.XML").toString(), broken, fragment, order);
    }

    @Test
    void doesNotFollowLinksWithinAFolder() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.createSymbolicLink(inner.resolve("link.xml"), Path.of(order));
        Files.createSymbolicLink(inner.resolve("up"), folder);
        assertThat(run(inner.toString())).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("inner: kein XML und kein PDF in diesem Ordner");
    }

    @Test
    void namesTheRuleSetsItKnows() {
        assertThat(run("--lang=en", "--date=2026-11-20", "--rules=nonsense", order))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("Unknown rule set: nonsense. In force on 2026-11-20: xrechnung-ubl-invoice, ");
        assertThat(run("--list-rules")).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("peppol-bis-3-ubl-invoice 2025.11 +2026-02-23 bis 2026-08-16 .*"))
                .anyMatch(line -> line.matches("cen-ubl 1.3.16 +seit 2017-10-17, nur mit --rules .*"));
    }

    @Test
    void writesIntoAFile() throws IOException {
        Path report = folder.resolve("report.txt");
        assertThat(run("--output", report.toString(), order)).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(report).content().contains("keine E-Rechnung");
        assertThat(run("--output", folder.resolve("none/report.txt").toString(), order))
                .isEqualTo(2);
        assertThat(run("--output", order, order)).isEqualTo(2);
        assertThat(Path.of(order)).hasContent("<Order/>");
    }

    @Test
    void speaksEnglishInJsonToo() {
        assertThat(run("--format=json", "--lang=en", order)).isEqualTo(1);
        assertThat(line(0).get("findings").get(0).get("text").asString()).startsWith("This is an order");
    }

    @Test
    void endsWithThreeWhenAFileCouldNotBeCheckedThroughNoFaultOfItsOwn() {
        assertThat(run("check", "--format=json", "--rules", "cen-cii", fragment, order))
                .isEqualTo(3);
        assertThat(line(0).get("outcome").asString()).isEqualTo("error");
        assertThat(run("check", "--rules", "cen-cii", fragment)).isEqualTo(3);
        assertThat(out.toString()).contains("nicht zu Ende geprüft", "Keine einzige Regel");
    }

    @Test
    void doesNotBlameAPdfForAMachineThatCannotReadIt() {
        Path nothing = folder.resolve("no-java-here");
        try (PdfExtraction extraction = PdfExtraction.create(PdfExtractionLimits.DEFAULT, 1, nothing)) {
            Check check =
                    new Check(Validator.official(), extraction, LocalDate.of(2026, 11, 1), Optional.empty(), false);
            assertThat(check.check("%PDF-1.7".getBytes(StandardCharsets.UTF_8)).verdict())
                    .isInstanceOfSatisfying(Verdict.Failed.class, failed -> {
                        assertThat(failed.code()).isEqualTo("pdf");
                        assertThat(failed.outcome()).isEqualTo(Outcome.ERROR);
                    });
        }
    }

    @Test
    void evaluatesLocalRulesBesideTheOfficialOnes() throws IOException {
        Path samples = Files.isDirectory(Path.of("samples")) ? Path.of("samples") : Path.of("../samples");
        String invoice = samples.resolve("good/cii-01-strom.xml").toString();
        String local = samples.resolve("local-rules").toString();
        assertThat(run("check", "--format=json", "--local-rules", local, invoice))
                .isZero();
        assertThat(line(0).get("findings").isEmpty()).isTrue();
        assertThat(line(0).get("local").get(0).get("rule").asString()).isEqualTo("MUSTERSTADT-01");
        assertThat(line(0).get("local").get(0).propertyNames()).containsExactly("rule", "level", "location", "text");
    }

    @Test
    void saysWhichLocalRuleCannotBeUsed() throws IOException {
        write("town.sch", "<a>\n");
        assertThat(run("check", "--local-rules", folder.toString(), order)).isEqualTo(2);
        assertThat(err.toString()).contains("town.sch, Zeile 2:", "line 2:");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysWhatTheNextVersionWillFind() throws IOException {
        String peppol = write("peppol.xml", peppol());
        assertThat(run("check", "--format=json", "--shadow", "--date=2026-08-16", peppol))
                .isEqualTo(1);
        JsonNode shadow = line(0).get("shadow");
        assertThat(shadow.get("ruleSet").asString()).isEqualTo("peppol-bis-3-ubl-invoice 2026.5");
        assertThat(shadow.get("from").asString()).isEqualTo("2026-08-17");
        assertThat(shadow.get("outcome").asString()).isEqualTo("accept");
        assertThat(shadow.get("gone").get(0).get("rule").asString()).isEqualTo("BR-CO-25");
        assertThat(shadow.get("added").get(0).get("rule").asString()).isEqualTo("DE-R-T02");
    }

    /** Without a due date, which will no longer matter, and with a reference that is no address, which will. */
    private static String peppol() throws IOException {
        Path samples = Files.isDirectory(Path.of("samples")) ? Path.of("samples") : Path.of("../samples");
        String supplier = "<cac:AccountingSupplierParty>";
        return Files.readString(samples.resolve("good/ubl-01-schulbedarf.xml"))
                .replace("#urn:xeinkauf.de:kosit:xrechnung_3.0", "#urn:fdc:peppol.eu:2017:poacc:billing:3.0")
                .replaceAll("(?s)<cbc:DueDate>.*?</cbc:DueDate>|<cac:PaymentTerms>.*?</cac:PaymentTerms>", "")
                .replaceFirst("schemeID=\"EM\">[^<]*", "schemeID=\"9930\">DE999100016")
                .replaceFirst("schemeID=\"EM\">[^<]*", "schemeID=\"0204\">991-12345-06")
                .replace(
                        supplier,
                        "<cac:AdditionalDocumentReference><cbc:ID>A</cbc:ID><cac:Attachment><cac:ExternalReference>"
                                + "<cbc:URI>no address</cbc:URI></cac:ExternalReference></cac:Attachment>"
                                + "</cac:AdditionalDocumentReference>" + supplier);
    }
}
