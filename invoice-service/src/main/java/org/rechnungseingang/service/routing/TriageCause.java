package org.rechnungseingang.service.routing;

/** Why a case waits at the triage desk. */
public enum TriageCause {
    /** BT-10 is not there. */
    MISSING,
    /** BT-10 does not look like a routing id. */
    WRONG_FORM,
    /** BT-10 looks like a routing id, but its check digits are wrong. */
    WRONG_CHECK_DIGITS,
    /** An e-mail address stands in BT-10. */
    MAIL_ADDRESS,
    /** The order's number stands in BT-10. */
    ORDER_NUMBER,
    /** The routing id is right and belongs to somebody else. */
    NOT_OURS,
    /** The routing id is the town's, but no office has it. */
    NO_OFFICE,
    /** BT-10 is right, but the message was addressed to another routing id. */
    CONTRADICTED,
    /** The check found no invoice, or one with errors: a person must decide what it is. */
    NOT_ACCEPTED
}
