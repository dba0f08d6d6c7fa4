package org.rechnungseingang.invoice;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.util.List;
import java.util.Optional;

/**
 * Where CII keeps VAT and the sums. Amounts have no currency of their own but for the sums of VAT.
 */
final class CiiAmounts {

    private final Fields fields;
    private final String currency;

    CiiAmounts(Fields fields, String currency) {
        this.fields = fields;
        this.currency = currency;
    }

    /** @param vatCurrency BT-6, if it is another than BT-5 */
    DocumentTotals totals(Node settlement, Optional<String> vatCurrency) {
        Node sums = settlement.at("ram:SpecifiedTradeSettlementHeaderMonetarySummation");
        Node inVatCurrency =
                vatCurrency.map(code -> taxTotal(settlement, code, true)).orElse(Node.NONE);
        Node inCurrency = taxTotal(settlement, vatCurrency.orElse(""), false);
        return new DocumentTotals(
                fields.money(BT_106, sums, "ram:LineTotalAmount", currency),
                fields.money(BT_107, sums, "ram:AllowanceTotalAmount", currency),
                fields.money(BT_108, sums, "ram:ChargeTotalAmount", currency),
                fields.money(BT_109, sums, "ram:TaxBasisTotalAmount", currency),
                fields.money(BT_110, inCurrency, currency),
                fields.money(BT_111, inVatCurrency, currency),
                fields.money(BT_112, sums, "ram:GrandTotalAmount", currency),
                fields.money(BT_113, sums, "ram:TotalPrepaidAmount", currency),
                fields.money(BT_114, sums, "ram:RoundingAmount", currency),
                fields.money(BT_115, sums, "ram:DuePayableAmount", currency));
    }

    List<VatBreakdown> vatBreakdown(Node settlement) {
        return settlement.all("ram:ApplicableTradeTax").as(this::vatBreakdownOf);
    }

    private VatBreakdown vatBreakdownOf(Node tax) {
        return new VatBreakdown(
                fields.money(BT_116, tax, "ram:BasisAmount", currency),
                fields.money(BT_117, tax, "ram:CalculatedAmount", currency),
                tax.value("ram:CategoryCode"), // BT-118
                fields.number(BT_119, tax, "ram:RateApplicablePercent"),
                tax.value("ram:ExemptionReason"), // BT-120
                tax.value("ram:ExemptionReasonCode")); // BT-121
    }

    /** The two sums of VAT differ only in their currency. */
    private static Node taxTotal(Node settlement, String vatCurrency, boolean inVatCurrency) {
        return settlement
                .all("ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount")
                .where(total -> inVatCurrency
                        == total.attribute("currencyID")
                                .filter(vatCurrency::equals)
                                .isPresent())
                .first();
    }
}
