package org.rechnungseingang.service.finance;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rechnungseingang.service.finance.Feedback.Told;
import org.rechnungseingang.service.finance.Feedback.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a finance system tells, over REST and in files. What it adds of its own is passed over. */
final class FeedbackMessage {

    private static final int LONGEST_TEXT = 500;
    private static final Set<PaymentState> TELLABLE = EnumSet.complementOf(EnumSet.of(PaymentState.ORDERED));

    private FeedbackMessage() {}

    static Feedback read(String cursor, String content, JsonMapper mapper) {
        try {
            return read(cursor, mapper.readTree(content));
        } catch (JacksonException e) {
            return new Unreadable(cursor, "It is no JSON: " + e.getOriginalMessage(), content);
        }
    }

    static Feedback read(String cursor, JsonNode message) {
        try {
            return new Told(
                    cursor,
                    text(message, "idempotencyKey"),
                    text(message, "orderId"),
                    state(text(message, "event")),
                    cents(message),
                    Instant.parse(text(message, "at")),
                    optional(message, "reference"),
                    optional(message, "reason"),
                    message.toString());
        } catch (DateTimeParseException e) {
            return new Unreadable(cursor, "at is no time as in 2026-11-22T10:15:30Z", message.toString());
        } catch (IllegalArgumentException e) {
            return new Unreadable(cursor, String.valueOf(e.getMessage()), message.toString());
        }
    }

    private static String text(JsonNode message, String name) {
        String text = optional(message, name);
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    private static String optional(JsonNode message, String name) {
        JsonNode value = message.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isString()) {
            throw new IllegalArgumentException(name + " is no text");
        }
        String text = value.isString() ? value.stringValue().replace('\0', '\uFFFD') : "";
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(name + " is longer than " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    private static long cents(JsonNode message) {
        JsonNode cents = message.path("amountCents");
        if (!cents.isIntegralNumber() || !cents.canConvertToLong()) {
            throw new IllegalArgumentException("amountCents is no whole number");
        }
        return cents.longValue();
    }

    private static PaymentState state(String event) {
        Optional<PaymentState> state = Arrays.stream(PaymentState.values())
                .filter(TELLABLE::contains)
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(event))
                .findFirst();
        return state.orElseThrow(() -> new IllegalArgumentException("event is none that we know: " + event));
    }
}
