package org.rechnungseingang.service.approval.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is owed on an invoice, as it came.
 *
 * @param cents BT-115 in cents; more than nothing
 * @param received the day on which it reached the town
 * @param due BT-9
 * @param discounts the cash discounts
 */
public record Owed(long cents, LocalDate received, Optional<LocalDate> due, List<Discount> discounts) {

    /** Keeps its own copy of the list. */
    public Owed {
        discounts = List.copyOf(discounts);
    }

    /**
     * Less to pay until a day.
     *
     * @param until the last day as the invoice has it
     * @param cents what it is worth
     */
    public record Discount(LocalDate until, long cents) {}
}
