package org.rechnungseingang.invoice;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.util.List;
import java.util.Optional;

/** Where CII keeps the fields of the document. Source: EN 16931-3-3. */
final class CiiReader {

    private static final String DATE = "/udt:DateTimeString";

    private final Node root;
    private final Fields fields;
    private final Node agreement;
    private final Node delivery;
    private final Node settlement;
    private final Optional<String> currencyCode;
    private final String currency;

    CiiReader(Node root, Fields fields) {
        this.root = root;
        this.fields = fields;
        Node transaction = root.at("rsm:SupplyChainTradeTransaction");
        this.agreement = transaction.at("ram:ApplicableHeaderTradeAgreement");
        this.delivery = transaction.at("ram:ApplicableHeaderTradeDelivery");
        this.settlement = transaction.at("ram:ApplicableHeaderTradeSettlement");
        this.currencyCode = settlement.value("ram:InvoiceCurrencyCode");
        this.currency = currencyCode.filter(Money::isCurrency).orElse(Money.NO_CURRENCY);
    }

    Invoice read() {
        Node document = root.at("rsm:ExchangedDocument");
        Node terms = settlement.at("ram:SpecifiedTradePaymentTerms");
        Optional<String> vatCurrency = settlement.value("ram:TaxCurrencyCode");
        CiiAmounts amounts = new CiiAmounts(fields, currency);
        AllowanceCharges allowanceCharges = new AllowanceCharges(fields, AllowanceCharges.Names.CII, currency);
        return new Invoice(
                Syntax.CII,
                document.value("ram:ID"), // BT-1
                fields.basicDate(BT_2, document, "ram:IssueDateTime" + DATE),
                document.value("ram:TypeCode"), // BT-3
                currencyCode, // BT-5
                vatCurrency, // BT-6
                fields.basicDate(BT_7, settlement, "ram:ApplicableTradeTax/ram:TaxPointDate/udt:DateString"),
                settlement.value("ram:ApplicableTradeTax/ram:DueDateTypeCode"), // BT-8
                fields.basicDate(BT_9, terms, "ram:DueDateDateTime" + DATE),
                agreement.value("ram:BuyerReference"), // BT-10
                references(),
                settlement.value("ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID"), // BT-19
                new CiiPayment(fields, settlement).terms(), // BT-20
                document.all("ram:IncludedNote").asFar(CiiReader::note), // BG-1
                processControl(root.at("rsm:ExchangedDocumentContext")), // BG-2
                settlement.all("ram:InvoiceReferencedDocument").as(this::precedingInvoice), // BG-3
                CiiParties.seller(agreement.at("ram:SellerTradeParty")), // BG-4
                CiiParties.buyer(agreement.at("ram:BuyerTradeParty")), // BG-7
                settlement.at("ram:PayeeTradeParty").as(CiiParties::payee), // BG-10
                agreement.at("ram:SellerTaxRepresentativeTradeParty").as(CiiParties::taxRepresentative), // BG-11
                delivery(), // BG-13
                settlement.at("ram:BillingSpecifiedPeriod").as(this::period), // BG-14
                new CiiPayment(fields, settlement).instructions(), // BG-16
                allowanceCharges.of(settlement, AllowanceChargeTerms.DOCUMENT_ALLOWANCE), // BG-20
                allowanceCharges.of(settlement, AllowanceChargeTerms.DOCUMENT_CHARGE), // BG-21
                amounts.totals(settlement, vatCurrency.filter(code -> !code.equals(currency))), // BG-22
                amounts.vatBreakdown(settlement), // BG-23
                referenced("916").as(CiiReader::supportingDocument), // BG-24
                List.of(), // BG-DEX-09 has no place in CII
                new CiiLines(fields, allowanceCharges, currency)
                        .read(root.at("rsm:SupplyChainTradeTransaction"))); // BG-25
    }

    private References references() {
        return new References(
                agreement.value("ram:SpecifiedProcuringProject/ram:ID"), // BT-11
                agreement.value("ram:ContractReferencedDocument/ram:IssuerAssignedID"), // BT-12
                agreement.value("ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID"), // BT-13
                agreement.value("ram:SellerOrderReferencedDocument/ram:IssuerAssignedID"), // BT-14
                delivery.value("ram:ReceivingAdviceReferencedDocument/ram:IssuerAssignedID"), // BT-15
                delivery.value("ram:DespatchAdviceReferencedDocument/ram:IssuerAssignedID"), // BT-16
                referenced("50").firstOf(node -> node.value("ram:IssuerAssignedID")), // BT-17
                referenced("130").firstOf(CiiLines::reference)); // BT-18
    }

    private Nodes referenced(String typeCode) {
        return agreement
                .all("ram:AdditionalReferencedDocument")
                .where(node ->
                        node.value("ram:TypeCode").filter(typeCode::equals).isPresent());
    }

    private static Optional<InvoiceNote> note(Node note) {
        return note.value("ram:Content").map(text -> new InvoiceNote(note.value("ram:SubjectCode"), text));
    }

    private static ProcessControl processControl(Node context) {
        return new ProcessControl(
                context.value("ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID"), // BT-23
                context.value("ram:GuidelineSpecifiedDocumentContextParameter/ram:ID")); // BT-24
    }

    private PrecedingInvoice precedingInvoice(Node reference) {
        return new PrecedingInvoice(
                reference.value("ram:IssuerAssignedID"),
                fields.basicDate(BT_26, reference, "ram:FormattedIssueDateTime/qdt:DateTimeString"));
    }

    private Optional<Delivery> delivery() {
        Node place = delivery.at("ram:ShipToTradeParty");
        Node event = delivery.at("ram:ActualDeliverySupplyChainEvent");
        if (!place.exists() && !event.exists()) {
            return Optional.empty();
        }
        return Optional.of(new Delivery(
                place.value("ram:Name"), // BT-70
                CiiParties.identifiers(place).firstOf(Identifier::of), // BT-71
                fields.basicDate(BT_72, event, "ram:OccurrenceDateTime" + DATE),
                place.at("ram:PostalTradeAddress").as(CiiParties::address))); // BG-15
    }

    private Period period(Node period) {
        return new Period(
                fields.basicDate(BT_73, period, "ram:StartDateTime" + DATE),
                fields.basicDate(BT_74, period, "ram:EndDateTime" + DATE));
    }

    private static SupportingDocument supportingDocument(Node node) {
        return new SupportingDocument(
                node.value("ram:IssuerAssignedID"), // BT-122
                node.value("ram:Name"), // BT-123
                node.value("ram:URIID"), // BT-124
                node.first("ram:AttachmentBinaryObject").map(Attachment::of)); // BT-125
    }
}
