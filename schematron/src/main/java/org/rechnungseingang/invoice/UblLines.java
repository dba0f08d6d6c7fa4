package org.rechnungseingang.invoice;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Where UBL keeps the lines; credit notes only name three elements differently. */
final class UblLines {

    private final Fields fields;
    private final AllowanceCharges allowanceCharges;
    private final String currency;
    private final String line;

    /** @param line {@code Invoice} or {@code CreditNote} */
    UblLines(Fields fields, AllowanceCharges allowanceCharges, String currency, String line) {
        this.fields = fields;
        this.allowanceCharges = allowanceCharges;
        this.currency = currency;
        this.line = line;
    }

    List<InvoiceLine> read(Node root) {
        return root.all("cac:" + line + "Line").as(this::line);
    }

    private InvoiceLine line(Node node) {
        String quantity = line.equals("Invoice") ? "cbc:InvoicedQuantity" : "cbc:CreditedQuantity";
        return new InvoiceLine(
                node.value("cbc:ID"), // BT-126
                node.value("cbc:Note"), // BT-127
                objectIdentifier(node), // BT-128
                fields.number(BT_129, node, quantity),
                node.at(quantity).attribute("unitCode"), // BT-130
                fields.money(BT_131, node, "cbc:LineExtensionAmount", currency),
                node.value("cac:OrderLineReference/cbc:LineID"), // BT-132
                node.value("cbc:AccountingCost"), // BT-133
                node.at("cac:InvoicePeriod").as(this::period), // BG-26
                allowanceCharges.of(node, AllowanceChargeTerms.LINE_ALLOWANCE), // BG-27
                allowanceCharges.of(node, AllowanceChargeTerms.LINE_CHARGE), // BG-28
                price(node.at("cac:Price")), // BG-29
                node.value("cac:Item/cac:ClassifiedTaxCategory/cbc:ID"), // BT-151
                vatRate(node),
                item(node.at("cac:Item")), // BG-31
                node.all("cac:Sub" + line + "Line").as(this::line)); // BG-DEX-01
    }

    private Optional<BigDecimal> vatRate(Node node) {
        return fields.number(BT_152, node, "cac:Item/cac:ClassifiedTaxCategory/cbc:Percent");
    }

    private static Optional<Identifier> objectIdentifier(Node node) {
        return node.all("cac:DocumentReference")
                .where(reference -> reference
                        .value("cbc:DocumentTypeCode")
                        .filter("130"::equals)
                        .isPresent())
                .firstOf(reference -> reference.first("cbc:ID").flatMap(Identifier::of));
    }

    private Period period(Node period) {
        return new Period(
                fields.isoDate(BT_134, period, "cbc:StartDate"), fields.isoDate(BT_135, period, "cbc:EndDate"));
    }

    private Price price(Node price) {
        return new Price(
                fields.money(BT_146, price, "cbc:PriceAmount", currency),
                fields.money(BT_147, price, "cac:AllowanceCharge/cbc:Amount", currency),
                fields.money(BT_148, price, "cac:AllowanceCharge/cbc:BaseAmount", currency),
                fields.number(BT_149, price, "cbc:BaseQuantity"),
                price.at("cbc:BaseQuantity").attribute("unitCode")); // BT-150
    }

    private static Item item(Node item) {
        return new Item(
                item.value("cbc:Name"), // BT-153
                item.value("cbc:Description"), // BT-154
                item.value("cac:SellersItemIdentification/cbc:ID"), // BT-155
                item.value("cac:BuyersItemIdentification/cbc:ID"), // BT-156
                item.first("cac:StandardItemIdentification/cbc:ID").flatMap(Identifier::of), // BT-157
                item.all("cac:CommodityClassification/cbc:ItemClassificationCode")
                        .asFar(Identifier::ofClassification), // BT-158
                item.value("cac:OriginCountry/cbc:IdentificationCode"), // BT-159
                item.all("cac:AdditionalItemProperty")
                        .as(property ->
                                new ItemAttribute(property.value("cbc:Name"), property.value("cbc:Value")))); // BG-32
    }
}
