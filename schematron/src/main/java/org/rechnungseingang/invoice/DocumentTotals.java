package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * The sums as the seller states them (BG-22); nothing is computed.
 *
 * @param lineNetAmounts BT-106 sum of line net amounts
 * @param allowances BT-107
 * @param charges BT-108
 * @param withoutVat BT-109
 * @param vat BT-110
 * @param vatInAccountingCurrency BT-111
 * @param withVat BT-112
 * @param paid BT-113
 * @param rounding BT-114
 * @param due BT-115 amount due for payment
 */
public record DocumentTotals(
        Optional<Money> lineNetAmounts,
        Optional<Money> allowances,
        Optional<Money> charges,
        Optional<Money> withoutVat,
        Optional<Money> vat,
        Optional<Money> vatInAccountingCurrency,
        Optional<Money> withVat,
        Optional<Money> paid,
        Optional<Money> rounding,
        Optional<Money> due) {}
