package org.rechnungseingang.service.approval;

/** Why a decision is not taken. */
public enum Refusal {
    /** The town has no case of this number. */
    NO_SUCH_CASE,
    /** The person's role does not decide this. */
    NOT_ALLOWED,
    /** The person has no power of this kind. */
    NO_POWER,
    /** The person's power is over, withdrawn, or does not begin until later. */
    POWER_EXPIRED,
    /** The person's power is for another office than the one that has the case. */
    OTHER_OFFICE,
    /** The amount due (BT-115) is above the power's limit. */
    OVER_LIMIT,
    /** The power has a limit in euro, and the invoice has no amount that could be compared with it. */
    NOT_COMPARABLE,
    /** Somebody who certified wants to order, too: four eyes. */
    SAME_PERSON,
    /** The case was sent back, or its document is another, since the person looked at it. */
    STALE,
    /** The case is at another station by now. */
    WRONG_STATION,
    /** The case is on hold: something else must be settled first. */
    ON_HOLD,
    /** The supplier is asked; the answer comes first. */
    QUERY_OPEN,
    /** Nobody has asked the supplier. */
    NO_QUERY,
    /** The payment of the case is not held. */
    NO_HOLD,
    /** The invoice was refused. */
    REFUSED,
    /** The case is a duplicate and has ended in the first one. */
    MERGED,
    /** It is certified already. */
    ALREADY_CERTIFIED,
    /** Grounds or sums are not certified yet. */
    NOT_CERTIFIED,
    /** Nothing is certified that could be taken back. */
    NOTHING_TO_TAKE_BACK,
    /** A payment of the case lives: the finance system has its order, or may have it. */
    PAYMENT_LIVES,
    /** The finance system has told something about the case's payment that nobody has cleared up yet. */
    FEEDBACK_WAITS,
    /** There is no e-invoice to read: it cannot be ordered here yet. */
    NO_READABLE_INVOICE,
    /** The invoice has no amount due (BT-115) in whole cents. */
    NO_AMOUNT,
    /** The invoice names several accounts (BG-17): a person must choose. */
    AMBIGUOUS_ACCOUNT,
    /** The chosen account is none of the invoice's. */
    UNKNOWN_ACCOUNT,
    /** A reason is missing. */
    NO_TEXT,
    /** The reason is longer than 2 000 characters. */
    TEXT_TOO_LONG
}
