package org.rechnungseingang.samples.finance;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * How the finance system behaves; it can be changed while it runs.
 *
 * @param mode how it answers
 * @param acceptDelayMillis how long it thinks before it takes an order, in mode slow
 * @param postAfterMillis after the order was taken; negative: never
 * @param payAfterMillis after the order was taken, and not before it is posted; negative: never
 * @param returnEvery each such payment comes back from the bank: 3 means the third, the sixth …; 0 means none
 */
public record Behaviour(
        @JsonProperty(required = true) Mode mode,
        @JsonProperty(required = true) long acceptDelayMillis,
        @JsonProperty(required = true) long postAfterMillis,
        @JsonProperty(required = true) long payAfterMillis,
        @JsonProperty(required = true) int returnEvery) {

    /** Checks the numbers. */
    public Behaviour {
        if (acceptDelayMillis < 0 || returnEvery < 0) {
            throw new IllegalArgumentException("acceptDelayMillis and returnEvery must not be negative");
        }
    }

    /** How it answers. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    public enum Mode {
        NORMAL,
        /** Takes orders after {@code acceptDelayMillis}. */
        SLOW,
        /** Answers 503 to everything that is not for tests. */
        DOWN,
        /** Takes no order: 422 with the code {@code refusing}. */
        REFUSING,
        /** Takes and keeps orders, and breaks the connection off instead of answering. */
        LOST_ANSWERS
    }
}
