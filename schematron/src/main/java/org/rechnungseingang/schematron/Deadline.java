package org.rechnungseingang.schematron;

import java.time.Duration;

/** The moment at which a check gives up. */
final class Deadline {

    /** Leaves whatever is running. */
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

    boolean passed() {
        return System.nanoTime() - nanos > 0;
    }

    /** What is left until then; zero if it has passed. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    void check() {
        if (passed()) {
            throw new Exceeded();
        }
    }
}
