package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * The seller collects the money (BG-19).
 *
 * @param mandate BT-89
 * @param creditor BT-90
 * @param debitedAccount BT-91
 */
public record DirectDebit(Optional<String> mandate, Optional<String> creditor, Optional<String> debitedAccount) {}
