package org.rechnungseingang.invoice;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The VAT of one category and rate (BG-23).
 *
 * @param taxableAmount BT-116
 * @param taxAmount BT-117
 * @param category BT-118 (S standard, AE reverse charge, E exempt, Z zero …)
 * @param rate BT-119 in per cent
 * @param exemptionReason BT-120
 * @param exemptionReasonCode BT-121
 */
public record VatBreakdown(
        Optional<Money> taxableAmount,
        Optional<Money> taxAmount,
        Optional<String> category,
        Optional<BigDecimal> rate,
        Optional<String> exemptionReason,
        Optional<String> exemptionReasonCode) {}
