package org.rechnungseingang.invoice;

import java.util.List;

/** Reads allowances and charges: the two syntaxes have the same parts and name them differently. */
final class AllowanceCharges {

    private final Fields fields;
    private final Names names;
    private final String currency;

    AllowanceCharges(Fields fields, Names names, String currency) {
        this.fields = fields;
        this.names = names;
        this.currency = currency;
    }

    /** Where a syntax keeps the parts of one allowance or charge. */
    record Names(
            String element,
            String indicator,
            String amount,
            String baseAmount,
            String percentage,
            String vatCategory,
            String vatRate,
            String reason,
            String reasonCode) {

        static final Names UBL = new Names(
                "cac:AllowanceCharge",
                "cbc:ChargeIndicator",
                "cbc:Amount",
                "cbc:BaseAmount",
                "cbc:MultiplierFactorNumeric",
                "cac:TaxCategory/cbc:ID",
                "cac:TaxCategory/cbc:Percent",
                "cbc:AllowanceChargeReason",
                "cbc:AllowanceChargeReasonCode");

        static final Names CII = new Names(
                "ram:SpecifiedTradeAllowanceCharge",
                "ram:ChargeIndicator/udt:Indicator",
                "ram:ActualAmount",
                "ram:BasisAmount",
                "ram:CalculationPercent",
                "ram:CategoryTradeTax/ram:CategoryCode",
                "ram:CategoryTradeTax/ram:RateApplicablePercent",
                "ram:Reason",
                "ram:ReasonCode");
    }

    /** Those of one sort in one place, in the order of the document. */
    List<AllowanceCharge> of(Node parent, AllowanceChargeTerms terms) {
        return parent.all(names.element())
                .where(node -> terms.isCharge() == isCharge(node))
                .as(node -> read(node, terms));
    }

    /** A schema boolean may be written as a digit; what is neither counts as an allowance, so that it is shown. */
    private boolean isCharge(Node node) {
        String text = node.value(names.indicator()).orElse("");
        return text.equals("true") || text.equals("1");
    }

    private AllowanceCharge read(Node node, AllowanceChargeTerms terms) {
        return new AllowanceCharge(
                fields.money(terms.amount(), node, names.amount(), currency),
                fields.money(terms.baseAmount(), node, names.baseAmount(), currency),
                fields.number(terms.percentage(), node, names.percentage()),
                node.value(names.vatCategory()),
                fields.number(terms.vatRate(), node, names.vatRate()),
                node.value(names.reason()),
                node.value(names.reasonCode()));
    }
}
