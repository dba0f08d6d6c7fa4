package org.rechnungseingang.samples.peppol;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** From when until when a certificate or a revocation list holds. */
record Validity(Instant from, Instant until) {

    /** Starts a little before now, since clocks differ. */
    static Validity of(Instant now, Duration length) {
        return new Validity(now.minus(Duration.ofHours(1)), now.plus(length));
    }

    Validity from(Instant other) {
        return new Validity(other, until);
    }

    Date notBefore() {
        return Date.from(from);
    }

    Date notAfter() {
        return Date.from(until);
    }
}
