package org.rechnungseingang.invoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A line of the invoice (BG-25).
 *
 * @param identifier BT-126
 * @param note BT-127
 * @param objectIdentifier BT-128
 * @param quantity BT-129
 * @param unit BT-130, UN/ECE Recommendation 20/21
 * @param netAmount BT-131
 * @param orderLine BT-132
 * @param accountingReference BT-133
 * @param period BG-26
 * @param allowances BG-27
 * @param charges BG-28
 * @param price BG-29
 * @param vatCategory BT-151 (BG-30)
 * @param vatRate BT-152 (BG-30) in per cent
 * @param item BG-31
 * @param subLines BG-DEX-01, of the Extension only
 */
public record InvoiceLine(
        Optional<String> identifier,
        Optional<String> note,
        Optional<Identifier> objectIdentifier,
        Optional<BigDecimal> quantity,
        Optional<String> unit,
        Optional<Money> netAmount,
        Optional<String> orderLine,
        Optional<String> accountingReference,
        Optional<Period> period,
        List<AllowanceCharge> allowances,
        List<AllowanceCharge> charges,
        Price price,
        Optional<String> vatCategory,
        Optional<BigDecimal> vatRate,
        Item item,
        List<InvoiceLine> subLines) {
    /** Keeps its own copies of the lists. */
    public InvoiceLine {
        allowances = List.copyOf(allowances);
        charges = List.copyOf(charges);
        subLines = List.copyOf(subLines);
    }
}
