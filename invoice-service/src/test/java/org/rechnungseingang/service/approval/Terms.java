package org.rechnungseingang.service.approval;

import java.time.LocalDate;
import java.util.Optional;

/** The terms of a power; those of {@link #unlimited()} have no limit, office or end. */
record Terms(Optional<Long> limitCents, Optional<String> office, LocalDate from, Optional<LocalDate> to) {

    static Terms unlimited() {
        return new Terms(Optional.empty(), Optional.empty(), LocalDate.of(2020, 1, 1), Optional.empty());
    }

    Terms upTo(long cents) {
        return new Terms(Optional.of(cents), office, from, to);
    }

    Terms in(String key) {
        return new Terms(limitCents, Optional.of(key), from, to);
    }

    Terms from(LocalDate day) {
        return new Terms(limitCents, office, day, to);
    }

    Terms until(LocalDate day) {
        return new Terms(limitCents, office, from, Optional.of(day));
    }
}
