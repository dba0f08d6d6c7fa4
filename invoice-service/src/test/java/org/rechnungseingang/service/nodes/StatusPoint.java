package org.rechnungseingang.service.nodes;

/** Where a node is killed while it tells the sender's access point what became of a message, in the order of its way. */
enum StatusPoint {
    /** The status is written with the verdict and not committed. */
    BEFORE_COMMIT_OF_STATUS(0, 0, 1),
    /** It is to be delivered, and nothing has gone. */
    BEFORE_SENDING(1, 0, 1),
    /** It has arrived, and the proof is nowhere written. */
    BEFORE_PROOF(1, 1, 2),
    /** The proof is written and not committed. */
    BEFORE_COMMIT_OF_PROOF(1, 1, 2),
    /** Committed; the job is still in the queue. */
    BEFORE_END_OF_DELIVERY(1, 1, 1);

    private final int written;
    private final int arrived;
    private final int arrivals;

    StatusPoint(int written, int arrived, int arrivals) {
        this.written = written;
        this.arrived = arrived;
        this.arrivals = arrivals;
    }

    /** How many there are of it in the database when the node is killed here. */
    int written() {
        return written;
    }

    /** How often it has arrived until then. */
    int arrived() {
        return arrived;
    }

    /** How often it arrives in the end; what no proof is kept of goes again, under the same name. */
    int arrivals() {
        return arrivals;
    }
}
