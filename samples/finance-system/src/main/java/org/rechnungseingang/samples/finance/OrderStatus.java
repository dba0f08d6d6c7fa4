package org.rechnungseingang.samples.finance;

import java.time.Instant;
import org.rechnungseingang.samples.finance.Feedback.State;

/** An order and where it is. */
record OrderStatus(String orderId, String idempotencyKey, State status, Instant acceptedAt, PaymentOrder order) {

    static OrderStatus of(Accepted accepted, State state) {
        return new OrderStatus(accepted.orderId(), accepted.idempotencyKey(), state, accepted.at(), accepted.order());
    }
}
