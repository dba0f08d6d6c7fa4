package org.rechnungseingang.service.nodes;

import java.util.Set;

/** Where a node can be told to stop, so that it is killed exactly there; in the order of an invoice's way. */
enum StopPoint {
    /** The bytes have arrived, nothing is written. */
    BEFORE_INTAKE(State.NOTHING),
    /** Bytes, case, journal entry, register row and job are written and not committed. */
    BEFORE_COMMIT_OF_INTAKE(State.NOTHING),
    /** Committed; the sender has no answer yet. Meanwhile another thread may check it. */
    BEFORE_ANSWER(State.RECEIVED, State.CHECKED, State.DONE),
    /** A thread has taken the job and reads nothing yet. */
    JOB_TAKEN(State.RECEIVED),
    /** The rules are at work. */
    DURING_CHECK(State.RECEIVED),
    /** The verdict is known and nowhere written. */
    BEFORE_STAGE(State.RECEIVED),
    /** Station, verdict, findings, journal entry, register row and payee are written and not committed. */
    BEFORE_COMMIT_OF_STAGE(State.RECEIVED),
    /** Committed; the job is still in the queue. */
    BEFORE_JOB_ENDS(State.CHECKED);

    private final Set<State> left;

    StopPoint(State... left) {
        this.left = Set.of(left);
    }

    /** What the database may hold of the invoice when the node is killed here. */
    Set<State> left() {
        return left;
    }

    /** What is there of one invoice. */
    record State(long cases, long verdicts, long jobs) {
        static final State NOTHING = new State(0, 0, 0);
        static final State RECEIVED = new State(1, 0, 1);
        static final State CHECKED = new State(1, 1, 1);
        static final State DONE = new State(1, 1, 0);
    }
}
