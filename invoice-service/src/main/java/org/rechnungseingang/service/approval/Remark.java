package org.rechnungseingang.service.approval;

import java.time.Instant;

/**
 * What somebody said about a case.
 *
 * @param kind on what occasion
 * @param round the round it was said in
 * @param text what
 * @param at when
 */
public record Remark(Kind kind, int round, String text, Instant at) {

    /** The occasions. */
    public enum Kind {
        /** The reason of a refusal. */
        REFUSED,
        /** A question to the supplier. */
        QUERIED,
        /** What came of the question. */
        ANSWERED,
        /** The reason why the case went back. */
        SENT_BACK,
        /** What cleared up a payment that was held. */
        HOLD_LIFTED
    }
}
