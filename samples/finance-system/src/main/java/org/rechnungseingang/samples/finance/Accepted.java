package org.rechnungseingang.samples.finance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** An order that was taken. */
record Accepted(
        @JsonProperty(required = true) String orderId,
        @JsonProperty(required = true) String idempotencyKey,
        @JsonProperty(required = true) Instant at,
        @JsonProperty(required = true) PaymentOrder order) {}
