package org.rechnungseingang.service.people;

import java.time.Duration;
import java.time.Instant;

/**
 * How many failed logins are held against a source. They leak away one by one, as water from a bucket: a source that never
 * has a quiet day is not punished for what was long ago.
 *
 * @param level how many at the time of the last one, that one included
 * @param last when that was
 */
record Failures(double level, Instant last) {

    static final Failures NONE = new Failures(0, Instant.EPOCH);

    /** With one more, when one is forgotten in that time. */
    Failures oneMore(Instant now, Duration forgotten) {
        // Another node's clock may be ahead.
        long passed = Math.max(0, Duration.between(last, now).toMillis());
        double left = Math.max(0, level - (double) passed / forgotten.toMillis());
        return new Failures(left + 1, now);
    }
}
