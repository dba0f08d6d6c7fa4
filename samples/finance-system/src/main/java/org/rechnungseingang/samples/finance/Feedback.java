package org.rechnungseingang.samples.finance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** What became of an order, one line of the feed. */
record Feedback(
        @JsonProperty(required = true) long cursor,
        @JsonProperty(required = true) String orderId,
        @JsonProperty(required = true) String idempotencyKey,
        @JsonProperty(required = true) Event event,
        @JsonProperty(required = true) Instant at,
        @JsonProperty(required = true) long amountCents,
        @JsonProperty(required = true) String reference,
        Optional<String> reason) {

    /** What can happen to an order. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum Event {
        POSTED,
        PAID,
        REFUSED,
        RETURNED;

        /** The number of the voucher or of the transfer. */
        String reference(String orderId) {
            String kind = switch (this) {
                case POSTED -> "BU-";
                case PAID -> "ZA-";
                case REFUSED -> "AB-";
                case RETURNED -> "RL-";
            };
            return kind + orderId.substring(orderId.indexOf('-') + 1);
        }

        /** The state that the order is in afterwards. */
        State state() {
            return State.valueOf(name());
        }
    }

    /** Where an order is. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum State {
        ACCEPTED,
        POSTED,
        PAID,
        REFUSED,
        RETURNED
    }
}
