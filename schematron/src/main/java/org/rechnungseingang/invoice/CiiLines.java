package org.rechnungseingang.invoice;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.util.List;
import java.util.Optional;

/** Where CII keeps the lines. Lines below others (profile EXTENDED) are flat here and name their parent. */
final class CiiLines {

    private static final String DATE = "/udt:DateTimeString";

    private final Fields fields;
    private final AllowanceCharges allowanceCharges;
    private final String currency;

    CiiLines(Fields fields, AllowanceCharges allowanceCharges, String currency) {
        this.fields = fields;
        this.allowanceCharges = allowanceCharges;
        this.currency = currency;
    }

    List<InvoiceLine> read(Node transaction) {
        List<Node> nodes =
                transaction.all("ram:IncludedSupplyChainTradeLineItem").list();
        return new LineTree(nodes).build(this::line);
    }

    private InvoiceLine line(Node node, List<InvoiceLine> subLines) {
        Node product = node.at("ram:SpecifiedTradeProduct");
        Node agreement = node.at("ram:SpecifiedLineTradeAgreement");
        Node quantity = node.at("ram:SpecifiedLineTradeDelivery/ram:BilledQuantity");
        Node settlement = node.at("ram:SpecifiedLineTradeSettlement");
        Node sums = settlement.at("ram:SpecifiedTradeSettlementLineMonetarySummation");
        Node tax = settlement.at("ram:ApplicableTradeTax");
        return new InvoiceLine(
                node.value("ram:AssociatedDocumentLineDocument/ram:LineID"), // BT-126
                node.value("ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content"), // BT-127
                objectIdentifier(settlement), // BT-128
                fields.number(BT_129, quantity),
                quantity.attribute("unitCode"), // BT-130
                fields.money(BT_131, sums, "ram:LineTotalAmount", currency),
                agreement.value("ram:BuyerOrderReferencedDocument/ram:LineID"), // BT-132
                settlement.value("ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID"), // BT-133
                settlement.at("ram:BillingSpecifiedPeriod").as(this::period), // BG-26
                allowanceCharges.of(settlement, AllowanceChargeTerms.LINE_ALLOWANCE), // BG-27
                allowanceCharges.of(settlement, AllowanceChargeTerms.LINE_CHARGE), // BG-28
                price(agreement), // BG-29
                tax.value("ram:CategoryCode"), // BT-151
                fields.number(BT_152, tax, "ram:RateApplicablePercent"),
                item(product), // BG-31
                subLines); // BG-DEX-01
    }

    private static Optional<Identifier> objectIdentifier(Node settlement) {
        return settlement
                .all("ram:AdditionalReferencedDocument")
                .where(document ->
                        document.value("ram:TypeCode").filter("130"::equals).isPresent())
                .firstOf(CiiLines::reference);
    }

    /** A reference whose scheme is an element beside it (BT-18, BT-128). */
    static Optional<Identifier> reference(Node document) {
        return document.value("ram:IssuerAssignedID")
                .map(id -> new Identifier(id, document.value("ram:ReferenceTypeCode"), Optional.empty()));
    }

    private Period period(Node period) {
        return new Period(
                fields.basicDate(BT_134, period, "ram:StartDateTime" + DATE),
                fields.basicDate(BT_135, period, "ram:EndDateTime" + DATE));
    }

    private Price price(Node agreement) {
        Node net = agreement.at("ram:NetPriceProductTradePrice");
        Node gross = agreement.at("ram:GrossPriceProductTradePrice");
        Node base = net.first("ram:BasisQuantity").orElse(gross.at("ram:BasisQuantity"));
        return new Price(
                fields.money(BT_146, net, "ram:ChargeAmount", currency),
                fields.money(BT_147, gross, "ram:AppliedTradeAllowanceCharge/ram:ActualAmount", currency),
                fields.money(BT_148, gross, "ram:ChargeAmount", currency),
                fields.number(BT_149, base),
                base.attribute("unitCode")); // BT-150
    }

    private static Item item(Node product) {
        return new Item(
                product.value("ram:Name"), // BT-153
                product.value("ram:Description"), // BT-154
                product.value("ram:SellerAssignedID"), // BT-155
                product.value("ram:BuyerAssignedID"), // BT-156
                product.first("ram:GlobalID").flatMap(Identifier::of), // BT-157
                product.all("ram:DesignatedProductClassification/ram:ClassCode")
                        .asFar(Identifier::ofClassification), // BT-158
                product.value("ram:OriginTradeCountry/ram:ID"), // BT-159
                product.all("ram:ApplicableProductCharacteristic")
                        .as(property -> new ItemAttribute(
                                property.value("ram:Description"), property.value("ram:Value")))); // BG-32
    }
}
