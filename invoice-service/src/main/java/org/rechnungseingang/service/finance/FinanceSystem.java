package org.rechnungseingang.service.finance;

import java.util.List;

/**
 * The town's finance system: posts what is ordered and pays it. Everything that is no answer is a
 * {@link FinanceUnavailable}. It is called outside every transaction.
 */
interface FinanceSystem {

    /** Hands an order over. The same key again is the same order: it is answered as before and nothing is doubled. */
    Answer handOver(PaymentOrder order);

    /**
     * What became of orders, in the order it happened.
     *
     * @param cursor of the last feedback that is known; empty text from the beginning
     * @param limit no more than so many
     */
    List<Feedback> feedback(String cursor, int limit);

    /** Hears that this feedback is applied, or kept for a person, and committed. */
    void settled(Feedback feedback);
}
