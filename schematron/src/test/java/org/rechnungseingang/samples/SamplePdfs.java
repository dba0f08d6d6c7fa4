package org.rechnungseingang.samples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.InvoiceLine;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.invoice.Money;

/**
 * Makes the PDFs among the samples from the XML in {@code samples/pdf}: a page that says what the XML says, with the XML
 * inside, laid out as ZUGFeRD wants it. They are like PDF/A-3, but not quite: fonts are not embedded. Run its main method
 * after a change of the XML.
 */
final class SamplePdfs {

    private static final Path SOURCES = Sample.FOLDER.resolve("pdf");

    private SamplePdfs() {}

    public static void main(String[] arguments) throws IOException {
        write("good/zugferd-01-xrechnung.pdf", "zugferd-01-xrechnung/xrechnung.xml", true);
        write("good/zugferd-02-en16931.pdf", "zugferd-02-en16931/factur-x.xml", true);
        write("good/zugferd-03-flache-liste.pdf", "zugferd-03-flache-liste/factur-x.xml", false);
        Path first = SOURCES.resolve("zugferd-01-xrechnung/xrechnung.xml");
        Path second = SOURCES.resolve("zugferd-02-en16931/factur-x.xml");
        try (PDDocument pdf = page(invoice(first))) {
            save(pdf, "bad/pdf-ohne-xml.pdf");
        }
        try (PDDocument pdf = page(invoice(first))) {
            embed(pdf, List.of(first, second), true);
            save(pdf, "bad/pdf-zwei-rechnungen.pdf");
        }
        try (PDDocument pdf = page(invoice(first))) {
            embed(pdf, List.of(first), true);
            pdf.protect(new StandardProtectionPolicy("eigner", "geheim", new AccessPermission()));
            save(pdf, "bad/pdf-mit-kennwort.pdf");
        }
    }

    private static void write(String target, String source, boolean inNameTree) throws IOException {
        Path xml = SOURCES.resolve(source);
        try (PDDocument pdf = page(invoice(xml))) {
            embed(pdf, List.of(xml), inNameTree);
            save(pdf, target);
        }
    }

    private static Invoice invoice(Path xml) throws IOException {
        return Invoices.read(Document.of(Files.readAllBytes(xml))).invoice().orElseThrow();
    }

    private static void save(PDDocument pdf, String target) throws IOException {
        // The same input gives the same file.
        pdf.setDocumentId(0L);
        pdf.save(Sample.FOLDER.resolve(target).toFile());
    }

    private static void embed(PDDocument pdf, List<Path> files, boolean inNameTree) throws IOException {
        COSArray associated = new COSArray();
        Map<String, PDComplexFileSpecification> names = new TreeMap<>();
        for (Path file : files) {
            PDComplexFileSpecification specification = specification(pdf, file);
            associated.add(specification.getCOSObject());
            names.put(file.getFileName().toString(), specification);
        }
        COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
        catalog.setItem(COSName.getPDFName("AF"), associated);
        if (inNameTree) {
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(names);
            PDDocumentNameDictionary dictionary = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            dictionary.setEmbeddedFiles(tree);
            pdf.getDocumentCatalog().setNames(dictionary);
        }
        PDMetadata metadata = new PDMetadata(pdf);
        metadata.importXMPMetadata(xmp(files.get(0).getFileName().toString()).getBytes(StandardCharsets.UTF_8));
        pdf.getDocumentCatalog().setMetadata(metadata);
    }

    private static PDComplexFileSpecification specification(PDDocument pdf, Path file) throws IOException {
        byte[] xml = Files.readAllBytes(file);
        PDEmbeddedFile embedded = new PDEmbeddedFile(pdf, new ByteArrayInputStream(xml), COSName.FLATE_DECODE);
        embedded.setSubtype("text/xml");
        embedded.setSize(xml.length);
        embedded.setModDate(new GregorianCalendar(2026, Calendar.NOVEMBER, 5));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(file.getFileName().toString());
        specification.setFileUnicode(file.getFileName().toString());
        specification.setEmbeddedFile(embedded);
        specification.setEmbeddedFileUnicode(embedded);
        specification.getCOSObject().setName("AFRelationship", "Alternative");
        return specification;
    }

    private static String xmp(String fileName) {
        String level = fileName.equals("xrechnung.xml") ? "XRECHNUNG" : "EN 16931";
        return """
                <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                    <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
                        pdfaid:part="3" pdfaid:conformance="B"/>
                    <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"
                        fx:DocumentType="INVOICE" fx:DocumentFileName="%s" fx:Version="1.0" fx:ConformanceLevel="%s"/>
                  </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>
                """.formatted(fileName, level);
    }

    private static PDDocument page(Invoice invoice) throws IOException {
        PDDocument pdf = new PDDocument();
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.GERMANY);
        date.set(2026, Calendar.NOVEMBER, 5, 12, 0, 0);
        pdf.getDocumentInformation().setTitle("Rechnung " + text(invoice.number()));
        pdf.getDocumentInformation().setCreationDate(date);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            float y = 780;
            for (Row row : rows(invoice)) {
                content.beginText();
                content.setFont(row.font(), row.size());
                content.newLineAtOffset(60, y);
                content.showText(row.text());
                content.endText();
                y -= row.size() * 1.7f;
            }
        }
        return pdf;
    }

    private record Row(String text, boolean bold, int size) {

        PDFont font() {
            return new PDType1Font(bold ? FontName.HELVETICA_BOLD : FontName.HELVETICA);
        }
    }

    private static List<Row> rows(Invoice invoice) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(text(invoice.seller().name()), true, 13));
        invoice.seller()
                .address()
                .ifPresent(address -> rows.add(
                        plain(text(address.line1()) + ", " + text(address.postCode()) + " " + text(address.city()))));
        rows.add(plain("USt-IdNr. " + text(invoice.seller().vatIdentifier())));
        rows.add(plain(" "));
        rows.add(plain("An: " + text(invoice.buyer().name()) + ", Leitweg-ID " + text(invoice.buyerReference())));
        rows.add(plain(" "));
        rows.add(new Row("Rechnung " + text(invoice.number()), true, 16));
        rows.add(plain("Datum " + invoice.issueDate().orElseThrow() + ", fällig "
                + invoice.dueDate().orElseThrow()));
        rows.add(plain(" "));
        invoice.lines().forEach(line -> rows.add(plain(line(line))));
        rows.add(plain(" "));
        rows.add(plain("Summe ohne Umsatzsteuer: " + money(invoice.totals().withoutVat())));
        rows.add(plain("Umsatzsteuer: " + money(invoice.totals().vat())));
        rows.add(new Row("Zu zahlen: " + money(invoice.totals().due()), true, 12));
        rows.add(plain(" "));
        invoice.paymentTerms()
                .ifPresent(terms -> rows.add(plain(terms.text().strip().replace('\n', ' '))));
        invoice.paymentInstructions().stream()
                .flatMap(instructions -> instructions.creditTransfers().stream())
                .forEach(transfer -> rows.add(plain("IBAN " + text(transfer.account()))));
        return rows;
    }

    private static String line(InvoiceLine line) {
        return text(line.identifier()) + "  " + text(line.item().name()) + ", "
                + line.quantity().orElseThrow().toPlainString() + " x "
                + money(line.price().net()) + " = " + money(line.netAmount());
    }

    private static Row plain(String text) {
        return new Row(text, false, 10);
    }

    private static String text(Optional<String> text) {
        return text.orElse("-");
    }

    private static String money(Optional<Money> money) {
        return money.map(Money::toString).orElse("-");
    }
}
