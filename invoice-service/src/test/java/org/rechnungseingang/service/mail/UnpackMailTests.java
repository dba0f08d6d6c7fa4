package org.rechnungseingang.service.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.document.PdfExtractionResult;
import org.rechnungseingang.service.intake.JoinDocuments.Attached;
import org.rechnungseingang.service.mail.Unpacked.InvoiceFile;

class UnpackMailTests {

    private static final byte[] INVOICE = Eml.sample("good/ubl-01-schulbedarf.xml");
    private static final byte[] ZUGFERD = Eml.sample("good/zugferd-01-xrechnung.pdf");
    private static final byte[] PICTURE_OF_AN_INVOICE = Eml.sample("bad/pdf-ohne-xml.pdf");
    private static final byte[] ORDER = Eml.sample("bad/bestellung.xml");
    private static final PdfExtraction PDFS = PdfExtraction.create();

    private final UnpackMail unpack = new UnpackMail(PDFS);

    @AfterAll
    static void close() {
        PDFS.close();
    }

    @Test
    void findsAnInvoiceByItsContent() {
        assertThat(unpacked(Eml.about("x").attach("scan.bin", "application/octet-stream", INVOICE))
                        .invoices())
                .extracting(InvoiceFile::bytes)
                .containsExactly(INVOICE);
    }

    @Test
    void findsAnInvoiceThatIsTheMailItself() {
        byte[] mail = ("From: a@b.example\r\nDate: x\r\nContent-Type: application/xml\r\n\r\n"
                        + new String(INVOICE, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(unpack.unpack(mail).invoices())
                .extracting(InvoiceFile::bytes)
                .containsExactly(INVOICE);
    }

    @Test
    void takesOneInvoiceInTwoWrappingsForOne() {
        byte[] xml = ((PdfExtractionResult.Found) PDFS.extract(ZUGFERD)).xml();

        Unpacked unpacked = unpacked(
                Eml.about("x").attach("a.pdf", "application/pdf", ZUGFERD).attach("a.xml", "application/xml", xml));

        assertThat(unpacked.invoices()).hasSize(1);
        assertThat(unpacked.invoices().get(0).bytes()).isEqualTo(xml);
        assertThat(unpacked.invoices().get(0).same())
                .extracting(Attached::bytes)
                .containsExactly(ZUGFERD);
    }

    @Test
    void takesTheSameFileTwiceForOne() {
        assertThat(unpacked(Eml.about("x")
                                .attach("a.xml", "application/xml", INVOICE)
                                .attach("b.xml", "application/xml", INVOICE))
                        .invoices())
                .hasSize(1);
    }

    @Test
    void handsInWhatIsCalledXmlAndIsNone() {
        byte[] broken = Eml.sample("bad/nicht-wohlgeformt.xml");
        byte[] text = "keine Rechnung".getBytes(StandardCharsets.US_ASCII);

        assertThat(unpacked(Eml.about("x")
                                .attach("a.bin", "application/octet-stream", broken)
                                .attach("b.xml", "application/octet-stream", text))
                        .invoices())
                .extracting(InvoiceFile::bytes)
                .containsExactly(broken, text);
    }

    @Test
    void handsInWhatTheParserRefuses() {
        byte[] doctype = Eml.sample("bad/doctype-mit-datei.xml");

        assertThat(unpacked(Eml.about("x").attach("a.xml", "application/xml", doctype))
                        .invoices())
                .extracting(InvoiceFile::bytes)
                .containsExactly(doctype);
    }

    @Test
    void handsInAnotherBusinessDocumentOnlyWhereThereIsNoInvoice() {
        assertThat(unpacked(Eml.about("x").attach("a.xml", "application/xml", ORDER))
                        .invoices())
                .extracting(InvoiceFile::bytes)
                .containsExactly(ORDER);

        Unpacked both = unpacked(
                Eml.about("x").attach("a.xml", "application/xml", ORDER).attach("b.xml", "text/xml", INVOICE));
        assertThat(both.invoices()).extracting(InvoiceFile::bytes).containsExactly(INVOICE);
        assertThat(both.beside()).extracting(Attached::type).containsExactly("application/xml");
    }

    @Test
    void handsInAPdfThatCannotBeOpenedOnlyWhereThereIsNoInvoice() {
        byte[] locked = Eml.sample("bad/pdf-mit-kennwort.pdf");
        assertThat(unpacked(Eml.about("x").attach("a.pdf", "application/pdf", locked))
                        .invoices())
                .extracting(InvoiceFile::bytes)
                .containsExactly(locked);
        assertThat(unpacked(Eml.about("x")
                                .attach("a.pdf", "application/pdf", locked)
                                .attach("b.xml", "application/xml", INVOICE))
                        .beside())
                .extracting(Attached::type)
                .containsExactly("application/pdf");
    }

    @Test
    void handsInTheWholeMailWhereThereIsNoInvoice() {
        byte[] mail = Eml.about("Mahnung 3/26")
                .attach("a.pdf", "application/pdf", PICTURE_OF_AN_INVOICE)
                .bytes();

        Unpacked unpacked = unpack.unpack(mail);

        assertThat(unpacked.invoices()).extracting(InvoiceFile::bytes).containsExactly(mail);
        assertThat(unpacked.invoices().get(0).fileName()).contains("Mahnung 3-26.eml");
        assertThat(unpacked.beside()).extracting(Attached::bytes).containsExactly(PICTURE_OF_AN_INVOICE);
    }

    @Test
    void takesHtmlForNoInvoice() {
        Eml mail = Eml.about("x")
                .part("Content-Type: text/html", "<div dir=\"ltr\">Guten Tag<br></div>")
                .part("Content-Type: text/html", "<html><body><p>Guten Tag</body></html>");

        assertThat(unpacked(mail).invoices().get(0).fileName()).contains("x.eml");
    }

    @Test
    void knowsSupportingDocumentsByTheirContent() throws IOException {
        byte[] winmail = {0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0, 6, (byte) 0x90};
        Eml mail = Eml.about("x")
                .attach("a.xml", "application/xml", INVOICE)
                .attach("Beleg", "application/octet-stream", PICTURE_OF_AN_INVOICE)
                .attach("b", "application/octet-stream", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'
                })
                .attach("c", "application/octet-stream", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0})
                .attach("d", "application/octet-stream", zip("xl/workbook.xml", "x"))
                .attach(
                        "e",
                        "application/octet-stream",
                        zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))
                .attach("f", "application/octet-stream", "Tag;Stunden\n1;8\n".getBytes(StandardCharsets.US_ASCII))
                .attach("winmail.dat", "application/ms-tnef", winmail)
                .attach("g.pdf", "application/pdf", "kein PDF".getBytes(StandardCharsets.US_ASCII))
                .attach("h.zip", "application/zip", zip("program.exe", "MZ"));

        assertThat(unpacked(mail).beside())
                .extracting(Attached::type)
                .containsExactly(
                        "application/pdf",
                        "image/png",
                        "image/jpeg",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "application/vnd.oasis.opendocument.spreadsheet",
                        "text/csv",
                        "application/vnd.ms-tnef");
    }

    @Test
    void readsASignedMail() {
        Eml mail = Eml.about("x")
                .as("multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256")
                .attach("a.xml", "application/xml", INVOICE)
                .attach("smime.p7s", "application/pkcs7-signature", new byte[] {0x30, (byte) 0x80, 6, 9});

        Unpacked unpacked = unpacked(mail);

        assertThat(unpacked.invoices()).extracting(InvoiceFile::bytes).containsExactly(INVOICE);
        assertThat(unpacked.beside()).isEmpty();
    }

    @Test
    void leavesPicturesInTheTextWhereTheyAre() {
        Eml mail = Eml.about("x")
                .as("multipart/related")
                .attach(
                        "Content-Type: image/png; name=logo.png\r\nContent-ID: <logo>\r\nContent-Disposition: inline",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});

        assertThat(unpacked(mail).beside()).isEmpty();
    }

    @Test
    void doesNotTakeAMachinesFaultForAMailWithoutInvoice() {
        PdfExtraction closed = PdfExtraction.create();
        closed.close();
        byte[] mail = Eml.about("x").attach("a.pdf", "application/pdf", ZUGFERD).bytes();

        assertThatThrownBy(() -> new UnpackMail(closed).unpack(mail)).isInstanceOf(IllegalStateException.class);
    }

    private Unpacked unpacked(Eml mail) {
        return unpack.unpack(mail.bytes());
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }
}
