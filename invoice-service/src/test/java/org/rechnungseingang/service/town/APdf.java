package org.rechnungseingang.service.town;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A ZUGFeRD sample over 612.85 euro, number R-26-915, whose pages or XML say what a test wants. */
public final class APdf {

    private static final Path SAMPLE =
            Path.of(System.getProperty("basedir", "."), "..", "samples", "good", "zugferd-01-xrechnung.pdf");

    private final List<String> lines;
    private final boolean broken;
    private final UnaryOperator<String> xml;

    private APdf(List<String> lines, boolean broken, UnaryOperator<String> xml) {
        this.lines = lines;
        this.broken = broken;
        this.xml = xml;
    }

    /** One whose page says nothing but this. */
    public static APdf saying(String... lines) {
        return new APdf(List.of(lines), false, UnaryOperator.identity());
    }

    /** One whose page cannot be read. */
    public static APdf unreadable() {
        return new APdf(List.of(), true, UnaryOperator.identity());
    }

    /** With a BT-1 that no other has. */
    public APdf numberedAnew() {
        return with("R-26-915", "R-" + UUID.randomUUID());
    }

    /** With this BT-10. */
    public APdf to(String routingId) {
        return with("<ram:BuyerReference>05999001-10010-21<", "<ram:BuyerReference>" + routingId + "<");
    }

    private APdf with(String text, String other) {
        return new APdf(lines, broken, before -> {
            String now = xml.apply(before);
            if (!now.contains(text)) {
                throw new IllegalArgumentException("Not in the sample: " + text);
            }
            return now.replace(text, other);
        });
    }

    /** It as it is sent. */
    public byte[] bytes() {
        try (PDDocument pdf = Loader.loadPDF(SAMPLE.toFile())) {
            pdf.removePage(0);
            PDPage page = new PDPage();
            pdf.addPage(page);
            write(pdf, page);
            for (PDComplexFileSpecification file : pdf.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .values()) {
                change(pdf, file);
            }
            ByteArrayOutputStream saved = new ByteArrayOutputStream();
            pdf.save(saved);
            return saved.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(PDDocument pdf, PDPage page) throws IOException {
        if (broken) {
            byte[] nonsense = "BT /F1 12 Tf (never ended".getBytes(StandardCharsets.US_ASCII);
            page.setContents(new PDStream(pdf, new ByteArrayInputStream(nonsense)));
            return;
        }
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

    private void change(PDDocument pdf, PDComplexFileSpecification file) throws IOException {
        String before = new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
        byte[] now = xml.apply(before).getBytes(StandardCharsets.UTF_8);
        PDEmbeddedFile embedded = new PDEmbeddedFile(pdf, new ByteArrayInputStream(now));
        embedded.setSubtype("text/xml");
        embedded.setSize(now.length);
        file.setEmbeddedFile(embedded);
        file.setEmbeddedFileUnicode(embedded);
    }
}
