package org.rechnungseingang.service.finance;

/** What came of one feedback. */
enum FeedbackOutcome {
    APPLIED,
    /** It tells nothing new. */
    KNOWN,
    /** No order of ours has this key. */
    UNKNOWN,
    /** It contradicts the order; the case is on hold. */
    CONTRADICTED,
    /** It could not be understood or applied; it is kept for a person. */
    SET_ASIDE,
    /** Another node is further already; nothing was done. */
    TAKEN
}
