package org.rechnungseingang.service.portal.office;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.rechnungseingang.service.register.Order;
import org.rechnungseingang.service.register.Query.ByArrival;
import org.rechnungseingang.service.register.Query.ByStake;
import org.rechnungseingang.service.register.Query.Position;

/** Places in lists as addresses have them. */
final class Positions {

    private Positions() {}

    static String text(Position position) {
        if (position instanceof ByStake place) {
            return place.cents() + "," + place.actBy().toEpochDay() + "," + place.receiptNumber();
        }
        ByArrival place = (ByArrival) position;
        return place.receivedAt() + "," + place.receiptNumber();
    }

    /** Where the previous page ended; what was tampered with leads to the first page. */
    static Optional<Position> of(String text, Order order) {
        String[] parts = text.split(",", -1);
        try {
            return switch (order) {
                case NEWEST ->
                    parts.length == 2
                            ? Optional.of(new ByArrival(Instant.parse(parts[0]), parts[1]))
                            : Optional.empty();
                case BY_STAKE ->
                    parts.length == 3
                            ? Optional.of(new ByStake(
                                    Long.parseLong(parts[0]), LocalDate.ofEpochDay(Long.parseLong(parts[1])), parts[2]))
                            : Optional.empty();
            };
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
