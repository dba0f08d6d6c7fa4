package org.rechnungseingang.service.finance;

import java.time.Instant;

/** One thing that the finance system tells about an order. */
sealed interface Feedback {

    /** Where it stands in the feed. */
    String cursor();

    /** As it was told, for a person. */
    String content();

    /**
     * What became of an order.
     *
     * @param key the order's key, as we gave it
     * @param orderId the finance system's own id of it
     * @param state what it is now
     * @param cents the amount that this is about
     * @param at when it happened, as the finance system says
     * @param reference what the finance system calls it, or empty text
     * @param reason why, or empty text
     */
    record Told(
            String cursor,
            String key,
            String orderId,
            PaymentState state,
            long cents,
            Instant at,
            String reference,
            String reason,
            String content)
            implements Feedback {}

    /**
     * Something that cannot be understood.
     *
     * @param why what is wrong with it
     */
    record Unreadable(String cursor, String why, String content) implements Feedback {}
}
