package org.rechnungseingang.service.approval;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody may decide, given by whom and when.
 *
 * @param id its id
 * @param kind for what
 * @param limitCents up to this amount in cents of a euro; none is no limit
 * @param office for this office's cases; none is every office of the town
 * @param validFrom the first day
 * @param validTo the last day; none is until further notice
 * @param withdrawn whether it was taken back
 * @param grantor who gave it
 * @param document the paper that says so
 */
public record Power(
        UUID id,
        PowerKind kind,
        Optional<Long> limitCents,
        Optional<UUID> office,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        boolean withdrawn,
        String grantor,
        String document) {

    boolean isInForce(LocalDate day) {
        return !withdrawn
                && !day.isBefore(validFrom)
                && validTo.filter(day::isAfter).isEmpty();
    }

    boolean covers(Optional<UUID> ofCase) {
        return office.isEmpty() || office.equals(ofCase);
    }
}
