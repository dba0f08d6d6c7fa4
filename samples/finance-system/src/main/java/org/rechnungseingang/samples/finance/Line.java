package org.rechnungseingang.samples.finance;

import java.util.Optional;

/** One line of the ledger: exactly one of these. */
record Line(
        Optional<Accepted> accepted,
        Optional<Feedback> feedback,
        Optional<String> repeated,
        Optional<String> contradicted) {

    static Line of(Accepted accepted) {
        return new Line(Optional.of(accepted), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Line of(Feedback feedback) {
        return new Line(Optional.empty(), Optional.of(feedback), Optional.empty(), Optional.empty());
    }

    /** The same order came again with its key. */
    static Line repeated(String key) {
        return new Line(Optional.empty(), Optional.empty(), Optional.of(key), Optional.empty());
    }

    /** Another order came with a key that was used. */
    static Line contradicted(String key) {
        return new Line(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(key));
    }
}
