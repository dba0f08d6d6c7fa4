package org.rechnungseingang.service.peppol.smp;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * When an endpoint is served.
 *
 * @param from its first moment, {@link Instant#MIN} if none is said
 * @param until the moment after its last one, {@link Instant#MAX} if none is said
 */
record ServicePeriod(Instant from, Instant until) {

    static ServicePeriod of(Element endpoint) {
        return new ServicePeriod(
                moment(endpoint, "ServiceActivationDate").orElse(Instant.MIN),
                moment(endpoint, "ServiceExpirationDate").orElse(Instant.MAX));
    }

    boolean holds(Instant now) {
        return !isAhead(now) && now.isBefore(until);
    }

    boolean isAhead(Instant now) {
        return now.isBefore(from);
    }

    private static Optional<Instant> moment(Element endpoint, String name) {
        return Elements.optional(endpoint, Names.SMP, name)
                .map(element -> element.getTextContent().strip())
                .map(text -> moment(name, text));
    }

    // A date without a zone is one in UTC, as other clients take it.
    private static Instant moment(String name, String text) {
        try {
            TemporalAccessor read =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw LookupFailed.forGood("The endpoint's " + name + " is no date and time: " + text, e);
        }
    }

    @Override
    public String toString() {
        return (from.equals(Instant.MIN) ? "" : "from " + from + " ")
                + (until.equals(Instant.MAX) ? "" : "until " + until);
    }
}
