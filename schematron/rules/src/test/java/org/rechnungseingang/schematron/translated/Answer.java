package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What an operation said: its value in a form in which different values differ, or that it failed and why. */
record Answer(String value, Optional<String> failure) {

    static Answer of(Callable<Object> operation) {
        try {
            return said(operation.call());
        } catch (Doubtful e) {
            return failed(e.reason());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static Answer said(Object value) {
        return new Answer(shown(value), Optional.empty());
    }

    static Answer failed(String why) {
        return new Answer("", Optional.of(why));
    }

    boolean isFailure() {
        return failure.isPresent();
    }

    /** With the type, and with the scale of a decimal, since a later division depends on it. */
    private static String shown(Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof List<?> items) {
            return items.stream().map(Answer::shown).toList().toString();
        }
        if (value instanceof BigDecimal number) {
            return (number instanceof Whole ? "integer " : "decimal ") + number.unscaledValue() + " E-"
                    + number.scale();
        }
        return value.getClass().getSimpleName() + " " + value;
    }

    @Override
    public String toString() {
        return failure.map(why -> "failed: " + why).orElse(value);
    }
}
