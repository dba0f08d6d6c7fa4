package org.rechnungseingang.service.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the finance system is told. Names follow the order message (Anordnung) of XFinanz where they can.
 *
 * @param payment what was ordered
 * @param invoiceNumber BT-1
 * @param issueDate BT-2
 * @param dueDate BT-9
 * @param payee BT-59, else BT-27
 * @param certifiedBy who certified grounds and sums
 * @param orderedBy who ordered
 */
record PaymentOrder(
        Payment payment,
        Optional<String> invoiceNumber,
        Optional<LocalDate> issueDate,
        Optional<LocalDate> dueDate,
        Optional<String> payee,
        List<String> certifiedBy,
        Optional<String> orderedBy) {

    String key() {
        return payment.key();
    }
}
