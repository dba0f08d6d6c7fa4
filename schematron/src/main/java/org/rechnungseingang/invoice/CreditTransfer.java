package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * An account the money may be sent to (BG-17).
 *
 * @param account BT-84, an IBAN or another account number, as sent
 * @param accountName BT-85
 * @param serviceProvider BT-86, mostly a BIC
 */
public record CreditTransfer(
        Optional<String> account, Optional<String> accountName, Optional<String> serviceProvider) {}
