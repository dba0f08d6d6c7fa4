package org.rechnungseingang.service.approval;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The power that a decision relies on, or why there is none. */
sealed interface PowerChoice {

    /** This power covers it. */
    record Granted(UUID power) implements PowerChoice {}

    /** None does, for this reason. */
    record Denied(Refusal reason) implements PowerChoice {}

    /**
     * Chooses among somebody's powers of one kind: the one with the narrowest limit that covers the case.
     *
     * @param powers all that he has or had, of that kind
     * @param office whose case it is
     * @param day when he decides
     * @param euroCents BT-115 as an amount without sign; empty if it is unknown or in another currency
     */
    static PowerChoice of(List<Power> powers, Optional<UUID> office, LocalDate day, Optional<Long> euroCents) {
        if (powers.isEmpty()) {
            return new Denied(Refusal.NO_POWER);
        }
        List<Power> inForce = only(powers, power -> power.isInForce(day));
        if (inForce.isEmpty()) {
            return new Denied(Refusal.POWER_EXPIRED);
        }
        List<Power> covering = only(inForce, power -> power.covers(office));
        return covering.isEmpty() ? new Denied(Refusal.OTHER_OFFICE) : withinLimit(covering, euroCents);
    }

    private static PowerChoice withinLimit(List<Power> powers, Optional<Long> euroCents) {
        return powers.stream()
                .filter(power -> power.limitCents()
                        .map(limit -> euroCents.filter(cents -> cents <= limit).isPresent())
                        .orElse(true))
                .min(Comparator.comparing(power -> power.limitCents().orElse(Long.MAX_VALUE)))
                .<PowerChoice>map(power -> new Granted(power.id()))
                .orElseGet(() -> new Denied(euroCents.isPresent() ? Refusal.OVER_LIMIT : Refusal.NOT_COMPARABLE));
    }

    private static List<Power> only(List<Power> powers, Predicate<Power> condition) {
        return powers.stream().filter(condition).toList();
    }
}
