package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * The numbers of other documents and objects.
 *
 * @param project BT-11
 * @param contract BT-12
 * @param purchaseOrder BT-13
 * @param salesOrder BT-14
 * @param receivingAdvice BT-15
 * @param despatchAdvice BT-16
 * @param tender BT-17
 * @param invoicedObject BT-18
 */
public record References(
        Optional<String> project,
        Optional<String> contract,
        Optional<String> purchaseOrder,
        Optional<String> salesOrder,
        Optional<String> receivingAdvice,
        Optional<String> despatchAdvice,
        Optional<String> tender,
        Optional<Identifier> invoicedObject) {}
