package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * The card it was paid with (BG-18).
 *
 * @param accountNumber BT-87, shortened by the seller
 * @param holder BT-88
 */
public record PaymentCard(Optional<String> accountNumber, Optional<String> holder) {}
