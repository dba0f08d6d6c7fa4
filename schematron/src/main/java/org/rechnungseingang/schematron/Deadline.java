package org.rechnungseingang.schematron;

import java.time.Duration;

/** The moment at which a check gives up. */
final class Deadline {

    /** Leaves whatever is running, the Saxon engine included. */
    static final class Exceeded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("the deadline has passed", null, false, false);
        }
    }

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    void check() {
        if (System.nanoTime() - nanos > 0) {
            throw new Exceeded();
        }
    }
}
