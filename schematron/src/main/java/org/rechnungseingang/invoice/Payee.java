package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * Who gets the money when it is not the seller (BG-10).
 *
 * @param name BT-59
 * @param identifier BT-60; a creditor identifier with scheme SEPA is BT-90 and stands in the direct debit
 * @param legalRegistration BT-61
 */
public record Payee(Optional<String> name, Optional<Identifier> identifier, Optional<Identifier> legalRegistration) {}
