package org.rechnungseingang.service.finance;

/** What the finance system says to an order. */
sealed interface Answer {

    /**
     * It has taken the order.
     *
     * @param orderId its own id of it
     */
    record Accepted(String orderId) implements Answer {}

    /**
     * It does not take the order, and will not take it as it is.
     *
     * @param code a word for programs
     * @param reason a sentence for people
     */
    record Refused(String code, String reason) implements Answer {

        String words() {
            return reason.isBlank() ? code : reason;
        }
    }
}
