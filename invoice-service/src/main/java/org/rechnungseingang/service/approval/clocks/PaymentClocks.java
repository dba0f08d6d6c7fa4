package org.rechnungseingang.service.approval.clocks;

import static org.rechnungseingang.service.approval.clocks.PaymentClock.Kind.DEFAULT;
import static org.rechnungseingang.service.approval.clocks.PaymentClock.Kind.DISCOUNT;
import static org.rechnungseingang.service.approval.clocks.PaymentClock.Kind.DUE;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rechnungseingang.service.tenant.BankDays;

/** All the clocks that run on an invoice, and what is at stake on a day. */
public final class PaymentClocks {

    private static final int DAYS_UNTIL_DEFAULT = 30;

    private final long cents;
    private final DefaultInterest interest;
    private final List<PaymentClock> all;
    private final LocalDate lastWithoutDefault;

    /** Those of what is owed. */
    public PaymentClocks(Owed owed, DefaultInterest interest) {
        this.cents = owed.cents();
        this.interest = interest;
        PaymentClock beginOfDefault = beginOfDefault(owed);
        this.lastWithoutDefault = beginOfDefault.end();
        this.all = Stream.of(discounts(owed), due(owed), Stream.of(beginOfDefault))
                .flatMap(clocks -> clocks)
                .sorted(Comparator.comparing(PaymentClock::end).thenComparing(PaymentClock::kind))
                .toList();
    }

    /** By the days on which they end. */
    public List<PaymentClock> all() {
        return all;
    }

    /** What each day of default costs in interest, in cents; the first of them costs {@link DefaultInterest#LUMP_SUM_CENTS}, too. */
    public long interestADay() {
        LocalDate first = lastWithoutDefault.plusDays(1);
        return interest.of(cents, first, first);
    }

    /** The next day by which a bank has to be told so that money arrives in time, or the last one that has passed. */
    public LocalDate actBy(LocalDate today) {
        return all.stream()
                .map(PaymentClock::sendBy)
                .sorted()
                .filter(day -> !day.isBefore(today))
                .findFirst()
                .orElseGet(() -> all.get(all.size() - 1).sendBy());
    }

    /** What is lost, in cents, if the bank is not told on this day but on the next. */
    public long atStake(LocalDate today) {
        return cost(BankDays.arrival(today.plusDays(1))) - cost(BankDays.arrival(today));
    }

    /** What it costs beside the price if the money arrives on that day; a discount that can be had costs less than nothing. */
    private long cost(LocalDate arrival) {
        long discount = all.stream()
                .filter(clock -> clock.kind() == DISCOUNT && !clock.end().isBefore(arrival))
                .mapToLong(PaymentClock::cents)
                .max()
                .orElse(0);
        long ofDefault = arrival.isAfter(lastWithoutDefault)
                ? DefaultInterest.LUMP_SUM_CENTS + interest.of(cents, lastWithoutDefault.plusDays(1), arrival)
                : 0;
        return ofDefault - discount;
    }

    private static Stream<PaymentClock> discounts(Owed owed) {
        return owed.discounts().stream().map(discount -> PaymentClock.of(DISCOUNT, discount.until(), discount.cents()));
    }

    private static Stream<PaymentClock> due(Owed owed) {
        return owed.due().stream().map(due -> PaymentClock.of(DUE, due, 0));
    }

    // An invoice without a due date, or with one that had passed when it came, is due on receipt.
    private static PaymentClock beginOfDefault(Owed owed) {
        LocalDate from = owed.due().filter(due -> due.isAfter(owed.received())).orElse(owed.received());
        return PaymentClock.of(DEFAULT, from.plusDays(DAYS_UNTIL_DEFAULT), 0);
    }
}
