package org.rechnungseingang.samples.finance;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why a request was not done (RFC 9457).
 *
 * @param code for programs
 * @param detail for people, in German
 */
record Problem(
        @JsonProperty(required = true) int status,
        @JsonProperty(required = true) String code,
        @JsonProperty(required = true) String detail) {}
