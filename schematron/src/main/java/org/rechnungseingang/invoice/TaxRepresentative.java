package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * Who is liable for the VAT in the seller's place (BG-11).
 *
 * @param name BT-62
 * @param vatIdentifier BT-63
 * @param address BG-12
 */
public record TaxRepresentative(Optional<String> name, Optional<String> vatIdentifier, Optional<Address> address) {}
