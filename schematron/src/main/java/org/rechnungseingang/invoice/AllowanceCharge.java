package org.rechnungseingang.invoice;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An allowance or a charge: on the document (BG-20, BG-21) or on a line (BG-27, BG-28). The four groups differ only in
 * the numbers of their terms; which one it is tells the list it stands in.
 *
 * @param amount without VAT; BT-92, BT-99, BT-136, BT-141
 * @param baseAmount BT-93, BT-100, BT-137, BT-142
 * @param percentage BT-94, BT-101, BT-138, BT-143
 * @param vatCategory BT-95, BT-102, on the document only
 * @param vatRate in per cent; BT-96, BT-103, on the document only
 * @param reason BT-97, BT-104, BT-139, BT-144
 * @param reasonCode BT-98, BT-105, BT-140, BT-145
 */
public record AllowanceCharge(
        Optional<Money> amount,
        Optional<Money> baseAmount,
        Optional<BigDecimal> percentage,
        Optional<String> vatCategory,
        Optional<BigDecimal> vatRate,
        Optional<String> reason,
        Optional<String> reasonCode) {}
