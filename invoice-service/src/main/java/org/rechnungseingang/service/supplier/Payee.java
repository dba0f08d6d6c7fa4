package org.rechnungseingang.service.supplier;

import java.util.List;
import java.util.Optional;

/**
 * Somebody whom invoices want to be paid.
 *
 * @param name BT-59 or BT-27 as first seen
 * @param vatId BT-31, if the payee is the seller
 * @param taxNumber BT-32, if the payee is the seller
 * @param ibans the accounts (BT-84) in the order they were first seen; seen, not confirmed
 */
public record Payee(String name, Optional<String> vatId, Optional<String> taxNumber, List<String> ibans) {}
