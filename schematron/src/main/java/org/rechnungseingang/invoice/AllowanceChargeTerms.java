package org.rechnungseingang.invoice;

import static org.rechnungseingang.invoice.BusinessTerm.*;

/** The numbers of the terms in the four groups of allowances and charges; on lines the VAT rate is the line's. */
enum AllowanceChargeTerms {
    DOCUMENT_ALLOWANCE(BT_92, BT_93, BT_94, BT_96),
    DOCUMENT_CHARGE(BT_99, BT_100, BT_101, BT_103),
    LINE_ALLOWANCE(BT_136, BT_137, BT_138, BT_152),
    LINE_CHARGE(BT_141, BT_142, BT_143, BT_152);

    private final BusinessTerm amount;
    private final BusinessTerm baseAmount;
    private final BusinessTerm percentage;
    private final BusinessTerm vatRate;

    AllowanceChargeTerms(BusinessTerm amount, BusinessTerm baseAmount, BusinessTerm percentage, BusinessTerm vatRate) {
        this.amount = amount;
        this.baseAmount = baseAmount;
        this.percentage = percentage;
        this.vatRate = vatRate;
    }

    boolean isCharge() {
        return this == DOCUMENT_CHARGE || this == LINE_CHARGE;
    }

    BusinessTerm amount() {
        return amount;
    }

    BusinessTerm baseAmount() {
        return baseAmount;
    }

    BusinessTerm percentage() {
        return percentage;
    }

    BusinessTerm vatRate() {
        return vatRate;
    }
}
