package org.rechnungseingang.service.nodes;

/** Where a node is killed while a message of Peppol arrives, in the order of its way. */
enum MessagePoint {
    /** Half of the message is there. */
    HALF_ARRIVED(0),
    /** The message is opened and believed. */
    BEFORE_KNOWN(0),
    /** It is known to be new, and its receipt is signed. */
    BEFORE_TAKE(0),
    /** What was signed is written, and no case. */
    BEFORE_INTAKE(0),
    /** The case is written, and not which message brought it. */
    BEFORE_NOTED(0),
    /** All is written and not committed. */
    BEFORE_COMMIT_OF_MESSAGE(0),
    /** Committed; the sender has no receipt yet. */
    BEFORE_RECEIPT(1),
    /** The sender has his receipt. */
    ANSWERED(1);

    private final long left;

    MessagePoint(long left) {
        this.left = left;
    }

    /** How often the message is there afterwards. */
    long left() {
        return left;
    }
}
