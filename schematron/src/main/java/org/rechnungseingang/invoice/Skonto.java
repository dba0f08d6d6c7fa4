package org.rechnungseingang.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Less to pay when paid within some days. It comes as a line of BT-20 (XRechnung, BR-DE-18) or as a structured discount
 * term of CII.
 *
 * @param days days within which it holds, counted from the day the town's policy names (default BT-2)
 * @param percent the discount in per cent
 * @param base the part of the amount due it is taken of; empty means the whole (BT-115)
 * @param from the day the days count from, where CII names one
 * @param fixedAmount the discount as an amount, where CII names one
 */
public record Skonto(
        int days,
        BigDecimal percent,
        Optional<BigDecimal> base,
        Optional<LocalDate> from,
        Optional<BigDecimal> fixedAmount) {

    /** The form of a line by BR-DE-18; six digits of days are more than a lifetime and keep the number small. */
    private static final Pattern LINE = Pattern.compile(
            "#SKONTO#TAGE=([0-9]{1,6})#PROZENT=([0-9]{1,18}\\.[0-9]{2})(?:#BASISBETRAG=(-?[0-9]{1,18}\\.[0-9]{2}))?#");

    /** Reads one line of BT-20, blanks around it do not count; empty if it is not of the form of BR-DE-18. */
    static Optional<Skonto> ofLine(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Skonto(
                Integer.parseInt(matcher.group(1)),
                new BigDecimal(matcher.group(2)),
                Optional.ofNullable(matcher.group(3)).map(BigDecimal::new),
                Optional.empty(),
                Optional.empty()));
    }

    /**
     * What may be kept: round(base × percent / 100, 2), half up.
     *
     * @param due the amount due for payment (BT-115)
     */
    public Money discount(Money due) {
        return fixedAmount
                .map(fixed -> Money.of(fixed, due.currency()))
                .orElseGet(() ->
                        Money.of(base.orElse(due.amount()), due.currency()).percent(percent));
    }

    /**
     * The last day on which the discount may be taken.
     *
     * @param start the day the days count from by the town's policy, unless the invoice names one itself
     */
    public LocalDate lastDay(LocalDate start) {
        return from.orElse(start).plusDays(days);
    }
}
