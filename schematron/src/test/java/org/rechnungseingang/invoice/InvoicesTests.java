package org.rechnungseingang.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Parsing;
import org.rechnungseingang.invoice.Reading.NotAnInvoice;
import org.rechnungseingang.invoice.Reading.Read;
import org.rechnungseingang.invoice.Reading.Unreadable;

/** What the readers do with documents that no sample would show. */
class InvoicesTests {

    private static final String UBL = """
            <i:Invoice xmlns:i="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                xmlns="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
                xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2">
            %s
            </i:Invoice>""";

    private static final String CII = """
            <rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
                xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
                xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
              <rsm:SupplyChainTradeTransaction>%s</rsm:SupplyChainTradeTransaction>
            </rsm:CrossIndustryInvoice>""";

    @Test
    void readsAnInvoiceWithNothingInIt() {
        Invoice ubl = ubl("").content();
        assertThat(ubl.syntax()).isEqualTo(Syntax.UBL_INVOICE);
        assertThat(ubl.number()).isEmpty();
        assertThat(ubl.seller().name()).isEmpty();
        assertThat(ubl.delivery()).isEmpty();
        assertThat(ubl.lines()).isEmpty();
        assertThat(ubl.leitwegId()).isInstanceOf(LeitwegId.Missing.class);
        assertThat(cii("").content().totals().due()).isEmpty();
    }

    @Test
    void goesByNamespacesAndNotByPrefixes() {
        assertThat(ubl("<ID> 4711 </ID><a:PayeeParty><a:PartyName><Name>Bank</Name></a:PartyName></a:PayeeParty>")
                        .content())
                .satisfies(invoice -> assertThat(invoice.number()).contains("4711"))
                .satisfies(invoice -> assertThat(invoice.payeeName()).contains("Bank"));
        assertThat(ubl("<x:ID xmlns:x=\"urn:other\">4711</x:ID>").content().number())
                .isEmpty();
    }

    @Test
    void listsADateThatDoesNotExistAndReadsOn() {
        Read read = ubl("<IssueDate>2026-11-03</IssueDate>\n<DueDate>2027-02-30</DueDate><ID>1</ID>");
        assertThat(read.content().dueDate()).isEmpty();
        assertThat(read.content().issueDate()).contains(LocalDate.of(2026, 11, 3));
        assertThat(read.content().number()).contains("1");
        assertThat(read.unreadable()).containsExactly(new UnreadableField(BusinessTerm.BT_9, "2027-02-30", 5));
    }

    @Test
    void readsOnWhereAnEmbeddedFileHasAnElementInIt() {
        Read read = ubl("<ID>1</ID><a:AdditionalDocumentReference><a:Attachment><EmbeddedDocumentBinaryObject>"
                + "QUJD<ID>2</ID>RUZH</EmbeddedDocumentBinaryObject></a:Attachment></a:AdditionalDocumentReference>");
        assertThat(read.content().number()).contains("1");
        assertThat(read.content().attachments()).extracting(Attachment::size).containsExactly(0L);
    }

    @Test
    void takesADateWithATimeZone() {
        assertThat(ubl("<IssueDate>2026-11-03+01:00</IssueDate>").content().issueDate())
                .contains(LocalDate.of(2026, 11, 3));
    }

    @Test
    void listsADateInAFormatThatIsNoDay() {
        String terms = "<ram:ApplicableHeaderTradeSettlement><ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>"
                + "<udt:DateTimeString format=\"616\">202648</udt:DateTimeString></ram:DueDateDateTime>"
                + "</ram:SpecifiedTradePaymentTerms></ram:ApplicableHeaderTradeSettlement>";
        assertThat(cii(terms).unreadable())
                .extracting(UnreadableField::term, UnreadableField::text)
                .containsExactly(tuple(BusinessTerm.BT_9, "202648"));
    }

    @Test
    void listsAmountsThatAreNoneWithTheirCurrency() {
        Read read = ubl("<DocumentCurrencyCode>EUR</DocumentCurrencyCode><a:LegalMonetaryTotal>"
                + "<TaxExclusiveAmount currencyID=\"EUR\">1.234,56</TaxExclusiveAmount>"
                + "<TaxInclusiveAmount currencyID=\"Euro\">5.00</TaxInclusiveAmount>"
                + "<PrepaidAmount>1e3</PrepaidAmount>"
                + "<PayableAmount> 12.5 </PayableAmount></a:LegalMonetaryTotal>");
        assertThat(read.content().totals().due()).contains(Money.of(new BigDecimal("12.5"), "EUR"));
        assertThat(read.unreadable())
                .extracting(field -> field.term().id() + " " + field.text())
                .containsExactly("BT-109 1.234,56 EUR", "BT-112 5.00 Euro", "BT-113 1e3");
    }

    @Test
    void keepsTheCurrencyOfEachAmount() {
        Read read = ubl("<DocumentCurrencyCode>EUR</DocumentCurrencyCode><a:LegalMonetaryTotal>"
                + "<PayableAmount currencyID=\"USD\">12.50</PayableAmount></a:LegalMonetaryTotal>");
        assertThat(read.content().totals().due()).contains(Money.ofCents(1250, "USD"));
    }

    @Test
    void showsAmountsEvenWhereNoCurrencyIsNamed() {
        Read read = ubl("<a:LegalMonetaryTotal><PayableAmount>12.50</PayableAmount></a:LegalMonetaryTotal>");
        assertThat(read.content().totals().due()).contains(Money.ofCents(1250, Money.NO_CURRENCY));
    }

    @Test
    void tellsTheTwoSumsOfVatApartByTheirCurrency() {
        Read read = ubl("<DocumentCurrencyCode>EUR</DocumentCurrencyCode><TaxCurrencyCode>SEK</TaxCurrencyCode>"
                + "<a:TaxTotal><TaxAmount currencyID=\"SEK\">2100.00</TaxAmount></a:TaxTotal>"
                + "<a:TaxTotal><TaxAmount currencyID=\"EUR\">190.00</TaxAmount></a:TaxTotal>");
        assertThat(read.content().totals().vat()).contains(Money.ofCents(19000, "EUR"));
        assertThat(read.content().totals().vatInAccountingCurrency()).contains(Money.ofCents(210000, "SEK"));
    }

    @Test
    void readsStructuredDiscountTermsOfCii() {
        Read read = cii("<ram:ApplicableHeaderTradeSettlement><ram:SpecifiedTradePaymentTerms>"
                + "<ram:ApplicableTradePaymentDiscountTerms>"
                + "<ram:BasisPeriodMeasure unitCode=\"DAY\">10</ram:BasisPeriodMeasure>"
                + "<ram:BasisAmount>500.00</ram:BasisAmount><ram:CalculationPercent>2</ram:CalculationPercent>"
                + "</ram:ApplicableTradePaymentDiscountTerms></ram:SpecifiedTradePaymentTerms>"
                + "<ram:SpecifiedTradePaymentTerms><ram:ApplicableTradePaymentDiscountTerms>"
                + "<ram:BasisPeriodMeasure unitCode=\"MON\">1</ram:BasisPeriodMeasure>"
                + "<ram:CalculationPercent>1</ram:CalculationPercent>"
                + "</ram:ApplicableTradePaymentDiscountTerms></ram:SpecifiedTradePaymentTerms>"
                + "</ram:ApplicableHeaderTradeSettlement>");
        PaymentTerms terms = read.content().paymentTerms().orElseThrow();
        assertThat(terms.skonti())
                .containsExactly(new Skonto(
                        10,
                        new BigDecimal("2"),
                        Optional.of(new BigDecimal("500.00")),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(terms.isWellFormed()).isTrue();
        assertThat(read.unreadable()).extracting(UnreadableField::text).containsExactly("1 1");
    }

    @Test
    void putsCiiLinesBelowTheirParents() {
        Read read = cii(line("1", "")
                + line("2", "1")
                + line("3", "2")
                + line("4", "1")
                + line("5", "")
                + line("6", "6")
                + line("7", "99"));
        assertThat(read.content().lines()).extracting(InvoicesTests::tree).containsExactly("1(2(3)4)", "5", "6", "7");
    }

    @Test
    void doesNotStackLinesWithoutEnd() {
        StringBuilder lines = new StringBuilder(line("0", ""));
        for (int i = 1; i < 5_000; i++) {
            lines.append(line(String.valueOf(i), String.valueOf(i - 1)));
        }
        assertThat(cii(lines.toString()).content().lines())
                .singleElement()
                .satisfies(first -> assertThat(tree(first)).contains("32", "4999"));
    }

    @Test
    void keepsAttachmentsOutOfTheTreeAndReadsThemOnDemand() {
        String file = "<a:AdditionalDocumentReference><a:Attachment><EmbeddedDocumentBinaryObject mimeCode=\"%s\""
                + " filename=\"%s\">%s</EmbeddedDocumentBinaryObject></a:Attachment></a:AdditionalDocumentReference>";
        Document document = document(UBL.formatted(file.formatted("text/csv", "a.csv", "YTti\n  Ow==")
                + file.formatted("text/csv", "b.csv", "Yg==")
                + file.formatted("text/csv", "c.csv", "*")));
        List<Attachment> attachments =
                ((Read) Invoices.read(document)).content().attachments();
        assertThat(attachments)
                .extracting(Attachment::position, a -> a.fileName().orElseThrow(), Attachment::size)
                .containsExactly(tuple(0, "a.csv", 4L), tuple(1, "b.csv", 1L), tuple(2, "c.csv", 0L));
        assertThat(Attachments.read(document, attachments.get(0)))
                .hasValueSatisfying(bytes ->
                        assertThat(bytes).asString(StandardCharsets.UTF_8).isEqualTo("a;b;"));
        assertThat(Attachments.read(document, attachments.get(1)))
                .hasValueSatisfying(bytes ->
                        assertThat(bytes).asString(StandardCharsets.UTF_8).isEqualTo("b"));
        assertThat(Attachments.read(document, attachments.get(2))).isEmpty();
    }

    @Test
    void saysWhatElseADocumentIs() {
        assertThat(Invoices.read(document("<Order xmlns=\"urn:order\"><ID/></Order>")))
                .isEqualTo(new NotAnInvoice("urn:order", "Order"));
        assertThat(Invoices.read(document("<Invoice/>"))).isEqualTo(new NotAnInvoice("", "Invoice"));
    }

    @Test
    void saysWhyADocumentCannotBeRead() {
        assertThat(Invoices.read(document("kein XML")))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.parsing()).isInstanceOf(Parsing.NotWellFormed.class));
        assertThat(Invoices.read(document("<!DOCTYPE a><a/>")))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.parsing()).isInstanceOf(Parsing.Refused.class));
    }

    private static String line(String id, String parent) {
        return "<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>" + id
                + "</ram:LineID><ram:ParentLineID>" + parent
                + "</ram:ParentLineID></ram:AssociatedDocumentLineDocument></ram:IncludedSupplyChainTradeLineItem>";
    }

    private static String tree(InvoiceLine line) {
        StringBuilder below = new StringBuilder();
        line.subLines().forEach(sub -> below.append(tree(sub)));
        return line.identifier().orElseThrow() + (below.isEmpty() ? "" : "(" + below + ")");
    }

    private static Read ubl(String content) {
        return (Read) Invoices.read(document(UBL.formatted(content)));
    }

    private static Read cii(String content) {
        return (Read) Invoices.read(document(CII.formatted(content)));
    }

    private static Document document(String xml) {
        return Document.of(xml.getBytes(StandardCharsets.UTF_8));
    }
}
