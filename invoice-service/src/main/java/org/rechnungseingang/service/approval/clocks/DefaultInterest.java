package org.rechnungseingang.service.approval.clocks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a debtor in default owes beside the price (§ 288 BGB): interest of nine points over the base rate, where no consumer
 * takes part, and forty euro once.
 */
public final class DefaultInterest {

    /** § 288(5) BGB. */
    public static final long LUMP_SUM_CENTS = 4_000;

    private static final BigDecimal POINTS = BigDecimal.valueOf(9);
    private static final BigDecimal DAYS_AND_PERCENT = BigDecimal.valueOf(36_500);

    private final NavigableMap<LocalDate, BigDecimal> baseRates = new TreeMap<>();

    /**
     * With these base rates (§ 247 BGB); before the first one the first, after the last one the last holds.
     *
     * @param baseRates in per cent a year, by the day from which each holds
     */
    public DefaultInterest(Map<LocalDate, BigDecimal> baseRates) {
        if (baseRates.isEmpty()) {
            throw new IllegalArgumentException("There is no base rate");
        }
        this.baseRates.putAll(baseRates);
    }

    /**
     * The interest of some days in cents, half up; the rates of all of them count, each for its days.
     *
     * @param cents what is owed
     * @param from the first day
     * @param to the last day
     */
    public long of(long cents, LocalDate from, LocalDate to) {
        BigDecimal rates = BigDecimal.ZERO;
        LocalDate day = from;
        while (!day.isAfter(to)) {
            LocalDate next = end(day, to);
            rates = rates.add(rate(day).multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(day, next))));
            day = next;
        }
        return BigDecimal.valueOf(cents)
                .multiply(rates)
                .divide(DAYS_AND_PERCENT, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** The rate in per cent a year on that day. */
    public BigDecimal rate(LocalDate day) {
        Map.Entry<LocalDate, BigDecimal> entry = baseRates.floorEntry(day);
        Collection<BigDecimal> all = baseRates.values();
        return POINTS.add(entry == null ? all.iterator().next() : entry.getValue());
    }

    /** The first day that the rate of this one does not hold for any more, or is not asked for. */
    private LocalDate end(LocalDate day, LocalDate to) {
        LocalDate changed = baseRates.higherKey(day);
        LocalDate over = to.plusDays(1);
        return changed == null || changed.isAfter(over) ? over : changed;
    }
}
