package org.rechnungseingang.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.document.PdfExtractionResult.Encrypted;
import org.rechnungseingang.document.PdfExtractionResult.Found;
import org.rechnungseingang.document.PdfExtractionResult.NoInvoice;
import org.rechnungseingang.document.PdfExtractionResult.SeveralInvoices;
import org.rechnungseingang.invoice.Attachment;
import org.rechnungseingang.invoice.Attachments;
import org.rechnungseingang.invoice.BusinessTerm;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.InvoiceLine;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.invoice.LeitwegId;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.invoice.PaymentTerms;
import org.rechnungseingang.invoice.Reading;
import org.rechnungseingang.invoice.Reading.NotAnInvoice;
import org.rechnungseingang.invoice.Reading.Read;
import org.rechnungseingang.invoice.Reading.Unreadable;
import org.rechnungseingang.invoice.Syntax;
import org.rechnungseingang.invoice.UnreadableField;

/** The readers understand the samples, the bad ones too: a person must see what was sent. */
class ReadingSamplesTests {

    /** Samples that are no invoice in XML, and are meant to be none. */
    private static final Set<String> NO_INVOICES =
            Set.of("bad/bestellung.xml", "bad/bild.xml", "bad/doctype-mit-datei.xml", "bad/nicht-wohlgeformt.xml");

    static List<Sample> invoices() {
        return Sample.all().stream()
                .filter(sample -> !sample.isPdf() && !NO_INVOICES.contains(sample.file()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void readsGoodAndBad(Sample sample) {
        Invoice invoice = read(sample.file()).content();
        assertThat(invoice.number()).isPresent();
        assertThat(invoice.issueDate()).isPresent();
        assertThat(invoice.seller().name()).isPresent();
        assertThat(invoice.buyer().name()).contains("Stadt Musterstadt");
        assertThat(invoice.totals().due()).isPresent();
        assertThat(invoice.paymentInstructions()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void understandsEveryFieldOfGoodSamples(Sample sample) {
        if (sample.isGood()) {
            Read read = read(sample.file());
            assertThat(read.unreadable()).isEmpty();
            assertThat(read.content().leitwegId()).isInstanceOf(LeitwegId.Ok.class);
            assertThat(read.content().vatBreakdown()).isNotEmpty();
            assertThat(read.content().lines()).isNotEmpty().allSatisfy(ReadingSamplesTests::assertComplete);
        }
    }

    private static void assertComplete(InvoiceLine line) {
        assertThat(line.item().name()).isPresent();
        assertThat(line.quantity()).isPresent();
        assertThat(line.unit()).isPresent();
        assertThat(line.netAmount()).isPresent();
        assertThat(line.price().net()).isPresent();
        assertThat(line.vatRate()).isPresent();
    }

    @Test
    void readsSkonto() {
        Invoice invoice = read("good/ubl-02-skonto.xml").content();
        PaymentTerms terms = invoice.paymentTerms().orElseThrow();
        Money due = invoice.totals().due().orElseThrow();
        assertThat(due).isEqualTo(Money.ofCents(4038265, "EUR"));
        assertThat(terms.freeText()).isEqualTo("Zahlbar innerhalb von 30 Tagen.");
        assertThat(terms.skonti())
                .extracting(skonto -> skonto.discount(due))
                .containsExactly(Money.ofCents(121148, "EUR"), Money.ofCents(24000, "EUR"));
        assertThat(terms.skonti().get(0).lastDay(invoice.issueDate().orElseThrow()))
                .isEqualTo(LocalDate.of(2026, 11, 15));
        assertThat(invoice.references().project()).contains("GWS-LIND-2026");
    }

    @Test
    void readsSkontoThatOnlyLacksItsLineBreak() {
        PaymentTerms terms =
                read("bad/skonto-ohne-zeilenende.xml").content().paymentTerms().orElseThrow();
        assertThat(terms.lastLineBreakMissing()).isTrue();
        assertThat(terms.skonti()).hasSize(1);
    }

    @Test
    void readsAttachments() {
        Document document = Sample.named("good/ubl-03-anhaenge.xml").document();
        Invoice invoice = Invoices.read(document).invoice().orElseThrow();
        List<Attachment> attachments = invoice.attachments();
        assertThat(attachments)
                .extracting(Attachment::mimeCode)
                .containsExactly(Optional.of("application/pdf"), Optional.of("text/csv"));
        byte[] csv = Attachments.read(document, attachments.get(1)).orElseThrow();
        assertThat(new String(csv, StandardCharsets.UTF_8)).startsWith("Datum;Stunden;Tätigkeit\r\n");
        assertThat(attachments.get(1).size()).isEqualTo(csv.length);
        assertThat(invoice.supportingDocuments().get(2).externalLocation())
                .contains("https://portal.kommunix.example/vertraege/W-2023-014");
        assertThat(invoice.notes().get(0).subjectCode()).contains("REG");
    }

    @Test
    void readsAllowancesAndSeveralRates() {
        Invoice invoice = read("good/ubl-04-zwei-steuersaetze.xml").content();
        assertThat(invoice.vatBreakdown())
                .extracting(vat -> vat.rate().orElseThrow().intValueExact())
                .containsExactly(7, 19);
        assertThat(invoice.allowances()).singleElement().satisfies(allowance -> {
            assertThat(allowance.reason()).contains("Mengenrabatt");
            assertThat(allowance.percentage()).contains(new BigDecimal("3"));
        });
        assertThat(invoice.charges()).hasSize(1);
        assertThat(invoice.lines().get(1).allowances()).hasSize(1);
        assertThat(invoice.lines().get(2).charges()).hasSize(1);
    }

    @Test
    void readsReverseCharge() {
        Invoice invoice = read("good/ubl-05-reverse-charge.xml").content();
        assertThat(invoice.vatBreakdown()).singleElement().satisfies(vat -> {
            assertThat(vat.category()).contains("AE");
            assertThat(vat.exemptionReasonCode()).contains("VATEX-EU-AE");
        });
        assertThat(invoice.delivery().orElseThrow().address().orElseThrow().line1())
                .contains("Am Bauhof 3");
        assertThat(invoice.buyer().vatIdentifier()).contains("DE999200019");
    }

    @Test
    void readsAPayeeOtherThanTheSeller() {
        Invoice invoice = read("good/ubl-06-zahlungsempfaenger.xml").content();
        assertThat(invoice.payeeName()).contains("Westfalen Factoring Bank AG");
        assertThat(invoice.seller().name()).get().asString().startsWith("Grünwerk");
    }

    @Test
    void readsACreditNote() {
        Invoice invoice = read("good/ubl-07-gutschrift.xml").content();
        assertThat(invoice.syntax()).isEqualTo(Syntax.UBL_CREDIT_NOTE);
        assertThat(invoice.typeCode()).contains("381");
        assertThat(invoice.dueDate()).contains(LocalDate.of(2026, 11, 30));
        assertThat(invoice.precedingInvoices().get(0).number()).contains("R-26-871");
        assertThat(invoice.lines().get(0).quantity()).contains(new BigDecimal("500"));
    }

    @Test
    void readsTheExtension() {
        Invoice invoice = read("good/ubl-09-extension.xml").content();
        assertThat(invoice.lines().get(0).subLines())
                .extracting(line -> line.identifier().orElseThrow())
                .containsExactly("1.1", "1.2");
        assertThat(invoice.thirdPartyPayments().get(0).amount()).contains(Money.ofCents(1250, "EUR"));
    }

    @Test
    void readsADirectDebit() {
        Invoice invoice = read("good/ubl-10-lastschrift.xml").content();
        assertThat(invoice.paymentInstructions().get(0).directDebit()).hasValueSatisfying(debit -> {
            assertThat(debit.mandate()).contains("M-2019-00077");
            assertThat(debit.creditor()).contains("DE98ZZZ09999999999");
        });
        assertThat(invoice.seller().identifiers()).hasSize(1);
        assertThat(invoice.references().invoicedObject()).isPresent();
    }

    @Test
    void putsTwoAccountsIntoOneInstruction() {
        Invoice invoice = read("good/ubl-12-zwei-konten.xml").content();
        assertThat(invoice.paymentInstructions())
                .singleElement()
                .satisfies(instructions ->
                        assertThat(instructions.creditTransfers()).hasSize(2));
    }

    @Test
    void readsAnotherEncoding() {
        assertThat(read("good/ubl-13-iso-8859-15.xml")
                        .content()
                        .lines()
                        .get(0)
                        .item()
                        .name())
                .contains("Brötchen und Getränke, Ratssitzung");
    }

    @Test
    void readsPricesForMoreThanOnePiece() {
        InvoiceLine line = read("good/cii-01-strom.xml").content().lines().get(0);
        assertThat(line.price().baseQuantity()).contains(new BigDecimal("100"));
        assertThat(line.price().baseQuantityUnit()).contains("KWH");
        assertThat(line.netAmount()).contains(Money.ofCents(516727, "EUR"));
    }

    @Test
    void readsAFinalInvoice() {
        Invoice invoice = read("good/cii-05-schlussrechnung.xml").content();
        assertThat(invoice.totals().paid()).contains(Money.ofCents(8_330_000, "EUR"));
        assertThat(invoice.precedingInvoices().get(0).issueDate()).contains(LocalDate.of(2026, 6, 30));
        assertThat(invoice.period().orElseThrow().start()).contains(LocalDate.of(2026, 3, 1));
    }

    @Test
    void pointsAtTheDateThatDoesNotExist() {
        assertThat(read("bad/30-februar-cii.xml").unreadable())
                .extracting(UnreadableField::term, UnreadableField::text)
                .containsExactly(tuple(BusinessTerm.BT_9, "20270230"));
    }

    @Test
    void tellsRoutingIdsApart() {
        assertThat(read("bad/leitweg-id-fehlt.xml").content().leitwegId()).isInstanceOf(LeitwegId.Missing.class);
        assertThat(read("bad/leitweg-id-mailadresse.xml").content().leitwegId())
                .isInstanceOf(LeitwegId.WrongForm.class);
        assertThat(read("bad/leitweg-id-pruefziffer.xml").content().leitwegId())
                .isEqualTo(new LeitwegId.WrongCheckDigits("05999001-40010-73", "37"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad/bild.xml", "bad/doctype-mit-datei.xml", "bad/nicht-wohlgeformt.xml"})
    void saysWhatCannotBeRead(String file) {
        assertThat(reading(file)).isInstanceOf(Unreadable.class);
    }

    @Test
    void saysWhatIsNoInvoice() {
        assertThat(reading("bad/bestellung.xml"))
                .isEqualTo(new NotAnInvoice("urn:oasis:names:specification:ubl:schema:xsd:Order-2", "Order"));
    }

    @Test
    void takesEachPdfForWhatItIs() {
        try (PdfExtraction extraction = PdfExtraction.create()) {
            assertThat(extraction.extract(Sample.named("bad/pdf-ohne-xml.pdf").bytes()))
                    .isInstanceOf(NoInvoice.class);
            assertThat(extraction.extract(
                            Sample.named("bad/pdf-mit-kennwort.pdf").bytes()))
                    .isInstanceOf(Encrypted.class);
            assertThat(extraction.extract(
                            Sample.named("bad/pdf-zwei-rechnungen.pdf").bytes()))
                    .isInstanceOf(SeveralInvoices.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "good/zugferd-01-xrechnung.pdf",
                "good/zugferd-02-en16931.pdf",
                "good/zugferd-03-flache-liste.pdf"
            })
    void showsOnThePageWhatTheXmlSays(String file) throws IOException {
        byte[] pdf = Sample.named(file).bytes();
        try (PdfExtraction extraction = PdfExtraction.create();
                PDDocument document = Loader.loadPDF(pdf)) {
            Found found = (Found) extraction.extract(pdf);
            Invoice invoice = Invoices.read(Document.of(found.xml())).invoice().orElseThrow();
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Rechnung " + invoice.number().orElseThrow())
                    .contains("Zu zahlen: " + invoice.totals().due().orElseThrow())
                    .contains(invoice.buyerReference().orElseThrow())
                    .contains(invoice.paymentInstructions()
                            .get(0)
                            .creditTransfers()
                            .get(0)
                            .account()
                            .orElseThrow());
        }
    }

    private static Read read(String file) {
        return (Read) reading(file);
    }

    private static Reading reading(String file) {
        return Invoices.read(Sample.named(file).document());
    }
}
