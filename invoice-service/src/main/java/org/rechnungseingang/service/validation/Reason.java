package org.rechnungseingang.service.validation;

/** Why there are no rule findings to show, in words for the sender. */
public record Reason(String german, String english) {}
