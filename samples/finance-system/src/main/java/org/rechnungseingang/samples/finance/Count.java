package org.rechnungseingang.samples.finance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * What the finance system has counted since its ledger was begun.
 *
 * @param orders orders taken
 * @param keys different keys among them; always as many
 * @param invoices different pairs of case and invoice number among them
 * @param repeated how often a known key came again with the same order, and was answered as the first time
 * @param contradicted how often a known key came with another order, and was refused
 * @param amountCents the sum of all orders taken
 * @param states orders by their state: accepted, posted, paid, refused, returned
 */
public record Count(
        @JsonProperty(required = true) int orders,
        @JsonProperty(required = true) int keys,
        @JsonProperty(required = true) int invoices,
        @JsonProperty(required = true) int repeated,
        @JsonProperty(required = true) int contradicted,
        @JsonProperty(required = true) long amountCents,
        @JsonProperty(required = true) Map<String, Integer> states) {}
