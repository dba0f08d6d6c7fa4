package org.rechnungseingang.samples.finance;

import java.util.Optional;

/**
 * What the finance system does not pay.
 *
 * @param limitCents more than this is refused at once
 */
record Rules(long limitCents) {

    /** Whoever has this in the name is refused at once. */
    static final String BLOCKED = "GESPERRT";

    /** Whoever has this in the name is refused when the order is to be posted. */
    static final String UNKNOWN = "UNBEKANNT";

    /** Whoever has this in the name has an account that sends the money back. */
    static final String RETURNING = "RÜCKLÄUFER";

    /** Why an order is refused at once. */
    Optional<Problem> against(PaymentOrder order) {
        if (order.payee().name().contains(BLOCKED)) {
            return Optional.of(new Problem(422, "payee-blocked", "Der Zahlungsempfänger ist gesperrt."));
        }
        if (order.amountCents() > limitCents) {
            return Optional.of(new Problem(422, "over-limit", "Der Betrag liegt über der Grenze des Verfahrens."));
        }
        return Optional.empty();
    }

    /** Why an order that was taken is not posted after all. */
    static Optional<String> againstPosting(PaymentOrder order) {
        return order.payee().name().contains(UNKNOWN)
                ? Optional.of("Der Zahlungsempfänger ist nicht angelegt.")
                : Optional.empty();
    }

    static boolean comesBack(PaymentOrder order) {
        return order.payee().name().contains(RETURNING);
    }
}
