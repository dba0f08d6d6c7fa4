package org.rechnungseingang.service.nodes;

import static org.rechnungseingang.service.nodes.WayPoint.Standing.ACCEPTED;
import static org.rechnungseingang.service.nodes.WayPoint.Standing.CHECKED;
import static org.rechnungseingang.service.nodes.WayPoint.Standing.NOTHING;
import static org.rechnungseingang.service.nodes.WayPoint.Standing.RECEIVED;

/** Where a node is killed on the way from the mailbox to the payment, in the order of that way. */
enum WayPoint {
    /** The mail is fetched, nothing is written. */
    MAIL_FETCHED(NOTHING, NOTHING),
    /** The mail is being taken apart. */
    DURING_UNPACKING(NOTHING, NOTHING),
    /** Mail, case and job are written and not committed. */
    BEFORE_COMMIT_OF_MAIL(NOTHING, NOTHING),
    /** Committed; the mail server knows nothing of it. */
    MAIL_STORED(RECEIVED, ACCEPTED),
    /** The mail is marked as read and lies in the inbox still: the command to move it never arrives. */
    MAIL_FLAGGED(RECEIVED, ACCEPTED),
    /** The mail is moved; the answer that says so never arrives. */
    MAIL_MOVED(RECEIVED, ACCEPTED),
    /** Checked, and the next stage has taken its job. */
    BEFORE_ASSIGNMENT(CHECKED, CHECKED),
    /** Key, office, station, journal entry and register row are written and not committed. */
    BEFORE_COMMIT_OF_ASSIGNMENT(CHECKED, CHECKED),
    /** Committed; the job is still in the queue. */
    ASSIGNED(Standing.ASSIGNED, ACCEPTED),
    /** Both certifications are written and not committed. */
    BEFORE_COMMIT_OF_CERTIFICATION(Standing.ASSIGNED, Standing.ASSIGNED),
    /** Committed; the person has no answer yet. */
    CERTIFIED(Standing.CERTIFIED, Standing.CERTIFIED),
    /** Order, payment, station and job are written and not committed. */
    BEFORE_COMMIT_OF_ORDER(Standing.CERTIFIED, Standing.CERTIFIED),
    /** Committed; the person has no answer yet, and the job waits. */
    ORDERED(Standing.ORDERED, ACCEPTED),
    /** The order is written for the finance system, and not sent. */
    BEFORE_CALL(Standing.ORDERED, Standing.ORDERED),
    /** The finance system has said yes, and that is noted nowhere. */
    FINANCE_SAID_YES(Standing.ORDERED, Standing.ORDERED),
    /** Its answer is written and not committed. */
    BEFORE_COMMIT_OF_ANSWER(Standing.ORDERED, Standing.ORDERED),
    /** Committed; the job is still in the queue. */
    ANSWER_NOTED(ACCEPTED, ACCEPTED),
    /** What became of the order is read and nowhere written. */
    FEEDBACK_READ(ACCEPTED, ACCEPTED),
    /** Cursor and payment are written, the case stands where it stood, and nothing is committed. */
    DURING_POSTING(ACCEPTED, ACCEPTED),
    /** The posting is committed; the finance system has more to tell. */
    POSTED(Standing.POSTED, Standing.POSTED),
    /** Cursor, payment, station, journal entry and register row are written and not committed. */
    BEFORE_COMMIT_OF_PAYMENT(Standing.POSTED, Standing.POSTED),
    /** Committed; the next question for feedback is not asked. */
    PAID(Standing.PAID, Standing.PAID);

    private final Standing least;
    private final Standing most;

    WayPoint(Standing least, Standing most) {
        this.least = least;
        this.most = most;
    }

    /** Whether an invoice may stand there when the node is killed here; other threads may have taken it further. */
    boolean leaves(Standing standing) {
        return standing.compareTo(least) >= 0 && standing.compareTo(most) <= 0;
    }

    /** Whether the line to the mail server stops here, and not a thread of the node. */
    boolean isOnTheWire() {
        return this == MAIL_FLAGGED || this == MAIL_MOVED;
    }

    /** Whether only what the finance system tells leads here. */
    boolean isAfterAcceptance() {
        return compareTo(ANSWER_NOTED) > 0;
    }

    /** Whether the finance system has the order and the database does not know. */
    boolean mustBeRepeated() {
        return this == FINANCE_SAID_YES || this == BEFORE_COMMIT_OF_ANSWER;
    }

    /** How far the database has an invoice. */
    enum Standing {
        NOTHING,
        RECEIVED,
        CHECKED,
        ASSIGNED,
        CERTIFIED,
        ORDERED,
        ACCEPTED,
        POSTED,
        PAID
    }
}
