package org.rechnungseingang.invoice;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where UBL Invoice and CreditNote keep the fields of the document. Source: EN 16931-3-2. */
final class UblReader {

    /** UBL has no element for BT-21: it stands in front of the note, {@code #AAC#text}. */
    private static final Pattern NOTE = Pattern.compile("#([A-Z]{3})#(.*)", Pattern.DOTALL);

    private final Node root;
    private final Fields fields;
    private final String kind;
    private final Optional<String> currencyCode;
    private final String currency;
    private final UblAmounts amounts;
    private final AllowanceCharges allowanceCharges;

    UblReader(Node root, Fields fields) {
        this.root = root;
        this.fields = fields;
        this.kind = root.name().equals("cn:CreditNote") ? "CreditNote" : "Invoice";
        this.currencyCode = root.value("cbc:DocumentCurrencyCode");
        this.currency = currencyCode.filter(Money::isCurrency).orElse(Money.NO_CURRENCY);
        this.amounts = new UblAmounts(fields, currency);
        this.allowanceCharges = new AllowanceCharges(fields, AllowanceCharges.Names.UBL, currency);
    }

    Invoice read() {
        Optional<String> vatCurrency = root.value("cbc:TaxCurrencyCode");
        return new Invoice(
                isCreditNote() ? Syntax.UBL_CREDIT_NOTE : Syntax.UBL_INVOICE,
                root.value("cbc:ID"), // BT-1
                fields.isoDate(BT_2, root, "cbc:IssueDate"),
                root.value("cbc:" + kind + "TypeCode"), // BT-3
                currencyCode, // BT-5
                vatCurrency, // BT-6
                fields.isoDate(BT_7, root, "cbc:TaxPointDate"),
                root.value("cac:InvoicePeriod/cbc:DescriptionCode"), // BT-8
                dueDate(),
                root.value("cbc:BuyerReference"), // BT-10
                references(),
                root.value("cbc:AccountingCost"), // BT-19
                root.first("cac:PaymentTerms/cbc:Note").map(note -> PaymentTerms.of(note.text())), // BT-20
                root.all("cbc:Note").asFar(note -> note(note.text().strip())), // BG-1
                new ProcessControl(root.value("cbc:ProfileID"), root.value("cbc:CustomizationID")), // BG-2
                root.all("cac:BillingReference/cac:InvoiceDocumentReference").as(this::precedingInvoice), // BG-3
                UblParties.seller(root.at("cac:AccountingSupplierParty/cac:Party")), // BG-4
                UblParties.buyer(root.at("cac:AccountingCustomerParty/cac:Party")), // BG-7
                root.at("cac:PayeeParty").as(UblParties::payee), // BG-10
                root.at("cac:TaxRepresentativeParty").as(UblParties::taxRepresentative), // BG-11
                root.at("cac:Delivery").as(this::delivery), // BG-13
                root.at("cac:InvoicePeriod").as(this::period), // BG-14
                UblPayment.instructions(root), // BG-16
                allowanceCharges.of(root, AllowanceChargeTerms.DOCUMENT_ALLOWANCE), // BG-20
                allowanceCharges.of(root, AllowanceChargeTerms.DOCUMENT_CHARGE), // BG-21
                amounts.totals(root, vatCurrency.filter(code -> !code.equals(currency))), // BG-22
                amounts.vatBreakdown(root), // BG-23
                supportingDocuments(), // BG-24
                root.all("cac:PrepaidPayment").as(this::thirdPartyPayment), // BG-DEX-09
                new UblLines(fields, allowanceCharges, currency, kind).read(root)); // BG-25
    }

    private boolean isCreditNote() {
        return kind.equals("CreditNote");
    }

    private Optional<LocalDate> dueDate() {
        return fields.isoDate(BT_9, root, isCreditNote() ? "cac:PaymentMeans/cbc:PaymentDueDate" : "cbc:DueDate");
    }

    private References references() {
        Optional<String> project = isCreditNote()
                ? additionalDocuments("50"::equals).firstOf(node -> node.value("cbc:ID"))
                : root.value("cac:ProjectReference/cbc:ID");
        return new References(
                project, // BT-11
                root.value("cac:ContractDocumentReference/cbc:ID"), // BT-12
                root.value("cac:OrderReference/cbc:ID"), // BT-13
                root.value("cac:OrderReference/cbc:SalesOrderID"), // BT-14
                root.value("cac:ReceiptDocumentReference/cbc:ID"), // BT-15
                root.value("cac:DespatchDocumentReference/cbc:ID"), // BT-16
                root.value("cac:OriginatorDocumentReference/cbc:ID"), // BT-17
                additionalDocuments("130"::equals)
                        .firstOf(node -> node.first("cbc:ID").flatMap(Identifier::of))); // BT-18
    }

    private static Optional<InvoiceNote> note(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher coded = NOTE.matcher(text);
        return Optional.of(
                coded.matches()
                        ? new InvoiceNote(
                                Optional.of(coded.group(1)), coded.group(2).strip())
                        : new InvoiceNote(Optional.empty(), text));
    }

    private PrecedingInvoice precedingInvoice(Node reference) {
        return new PrecedingInvoice(reference.value("cbc:ID"), fields.isoDate(BT_26, reference, "cbc:IssueDate"));
    }

    private Delivery delivery(Node delivery) {
        Node location = delivery.at("cac:DeliveryLocation");
        return new Delivery(
                delivery.value("cac:DeliveryParty/cac:PartyName/cbc:Name"), // BT-70
                location.first("cbc:ID").flatMap(Identifier::of), // BT-71
                fields.isoDate(BT_72, delivery, "cbc:ActualDeliveryDate"),
                location.at("cac:Address").as(UblParties::address)); // BG-15
    }

    private Period period(Node period) {
        return new Period(fields.isoDate(BT_73, period, "cbc:StartDate"), fields.isoDate(BT_74, period, "cbc:EndDate"));
    }

    /** Some references have a home of their own and are told apart by their type code. */
    private List<SupportingDocument> supportingDocuments() {
        Predicate<String> elsewhere = code -> code.equals("130") || isCreditNote() && code.equals("50");
        return additionalDocuments(elsewhere.negate())
                .as(node -> new SupportingDocument(
                        node.value("cbc:ID"), // BT-122
                        node.value("cbc:DocumentDescription"), // BT-123
                        node.value("cac:Attachment/cac:ExternalReference/cbc:URI"), // BT-124
                        node.first("cac:Attachment/cbc:EmbeddedDocumentBinaryObject")
                                .map(Attachment::of))); // BT-125
    }

    private Nodes additionalDocuments(Predicate<String> typeCode) {
        return root.all("cac:AdditionalDocumentReference")
                .where(node -> typeCode.test(node.value("cbc:DocumentTypeCode").orElse("")));
    }

    private ThirdPartyPayment thirdPartyPayment(Node payment) {
        return new ThirdPartyPayment(
                payment.value("cbc:ID"), // BT-DEX-001
                fields.money(BT_DEX_002, payment, "cbc:PaidAmount", currency),
                payment.value("cbc:InstructionID")); // BT-DEX-003
    }
}
