package org.rechnungseingang.service.finance;

import java.util.Set;

/** Where a payment is. */
enum PaymentState {
    /** Ordered by the budget holder; the finance system has not answered yet. */
    ORDERED,
    ACCEPTED,
    POSTED,
    PAID,
    /** The finance system does not take it, or no longer. It lives no longer. */
    REFUSED,
    /** The bank has sent the money back. It lives no longer. */
    RETURNED;

    private static final Set<PaymentState> ENDS = Set.of(REFUSED, RETURNED);

    /** Whether its amount counts against what was ordered. */
    boolean lives() {
        return !ENDS.contains(this);
    }

    /** Whether a payment that is here has been there already: such news is old. */
    boolean isPast(PaymentState other) {
        return this == other || (lives() && other.lives() && compareTo(other) > 0);
    }

    /** Whether that can happen to a payment that is here; nobody refuses what he has paid. */
    boolean mayBecome(PaymentState next) {
        return lives() && !isPast(next) && !(this == PAID && next == REFUSED);
    }
}
