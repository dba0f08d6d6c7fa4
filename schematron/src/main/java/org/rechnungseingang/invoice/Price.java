package org.rechnungseingang.invoice;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The price of an item (BG-29). Prices may have any number of decimals.
 *
 * @param net BT-146
 * @param discount BT-147
 * @param gross BT-148
 * @param baseQuantity BT-149, the quantity the price is for
 * @param baseQuantityUnit BT-150, UN/ECE Recommendation 20/21
 */
public record Price(
        Optional<Money> net,
        Optional<Money> discount,
        Optional<Money> gross,
        Optional<BigDecimal> baseQuantity,
        Optional<String> baseQuantityUnit) {}
