package org.rechnungseingang.invoice;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.util.List;
import java.util.Optional;

/** Where UBL keeps VAT and the sums. */
final class UblAmounts {

    private final Fields fields;
    private final String currency;

    UblAmounts(Fields fields, String currency) {
        this.fields = fields;
        this.currency = currency;
    }

    /** @param vatCurrency BT-6, if it is another than BT-5 */
    DocumentTotals totals(Node root, Optional<String> vatCurrency) {
        Node sums = root.at("cac:LegalMonetaryTotal");
        Node inVatCurrency = vatCurrency.map(code -> taxTotal(root, code, true)).orElse(Node.NONE);
        return new DocumentTotals(
                fields.money(BT_106, sums, "cbc:LineExtensionAmount", currency),
                fields.money(BT_107, sums, "cbc:AllowanceTotalAmount", currency),
                fields.money(BT_108, sums, "cbc:ChargeTotalAmount", currency),
                fields.money(BT_109, sums, "cbc:TaxExclusiveAmount", currency),
                fields.money(BT_110, taxTotal(root, vatCurrency.orElse(""), false), "cbc:TaxAmount", currency),
                fields.money(BT_111, inVatCurrency, "cbc:TaxAmount", currency),
                fields.money(BT_112, sums, "cbc:TaxInclusiveAmount", currency),
                fields.money(BT_113, sums, "cbc:PrepaidAmount", currency),
                fields.money(BT_114, sums, "cbc:PayableRoundingAmount", currency),
                fields.money(BT_115, sums, "cbc:PayableAmount", currency));
    }

    List<VatBreakdown> vatBreakdown(Node root) {
        return root.all("cac:TaxTotal/cac:TaxSubtotal").as(this::vatBreakdownOf);
    }

    private VatBreakdown vatBreakdownOf(Node subtotal) {
        Node category = subtotal.at("cac:TaxCategory");
        return new VatBreakdown(
                fields.money(BT_116, subtotal, "cbc:TaxableAmount", currency),
                fields.money(BT_117, subtotal, "cbc:TaxAmount", currency),
                category.value("cbc:ID"), // BT-118
                fields.number(BT_119, category, "cbc:Percent"),
                category.value("cbc:TaxExemptionReason"), // BT-120
                category.value("cbc:TaxExemptionReasonCode")); // BT-121
    }

    /** The two sums of VAT differ only in their currency. */
    private static Node taxTotal(Node root, String vatCurrency, boolean inVatCurrency) {
        return root.all("cac:TaxTotal")
                .where(total -> inVatCurrency
                        == total.at("cbc:TaxAmount")
                                .attribute("currencyID")
                                .filter(vatCurrency::equals)
                                .isPresent())
                .first();
    }
}
