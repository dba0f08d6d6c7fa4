package org.rechnungseingang.service.approval.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rechnungseingang.service.approval.clocks.PaymentClock.Kind.DEFAULT;
import static org.rechnungseingang.service.approval.clocks.PaymentClock.Kind.DISCOUNT;
import static org.rechnungseingang.service.approval.clocks.PaymentClock.Kind.DUE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.service.approval.clocks.Owed.Discount;

class PaymentClocksTests {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 23);

    /** 10 per cent a year: 10 000 euro cost 2.74 euro a day. */
    private static final DefaultInterest INTEREST =
            new DefaultInterest(Map.of(LocalDate.of(2020, 1, 1), BigDecimal.ONE));

    /** Discounts of 300 euro until Saturday, 5 December, and of 200 until Wednesday, 16 December; due on the 23rd. */
    private final PaymentClocks clocks = new PaymentClocks(
            new Owed(
                    1_000_000,
                    RECEIVED,
                    Optional.of(LocalDate.of(2026, 12, 23)),
                    List.of(
                            new Discount(LocalDate.of(2026, 12, 16), 20_000),
                            new Discount(LocalDate.of(2026, 12, 5), 30_000))),
            INTEREST);

    @Test
    void endOnWorkingDaysAndAskForTheMoneyABankDayEarlier() {
        assertThat(clocks.all())
                .extracting(PaymentClock::kind, PaymentClock::day, PaymentClock::end, PaymentClock::sendBy)
                .containsExactly(
                        tuple(DISCOUNT, day("2026-12-05"), day("2026-12-07"), day("2026-12-04")),
                        tuple(DISCOUNT, day("2026-12-16"), day("2026-12-16"), day("2026-12-15")),
                        tuple(DUE, day("2026-12-23"), day("2026-12-23"), day("2026-12-22")),
                        tuple(DEFAULT, day("2027-01-22"), day("2027-01-22"), day("2027-01-21")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 0",
        "2026-12-03, 0",
        // Friday: told on Saturday, the bank carries it on Monday, and it is there on Tuesday. 200 euro can still be
        // had.
        "2026-12-04, 10000",
        "2026-12-05, 0",
        "2026-12-14, 0",
        "2026-12-15, 20000",
        // To be late costs nothing until default begins.
        "2026-12-22, 0",
        "2027-01-20, 0",
        // Told on Friday, 22 January, it is there on Monday, after three days of default.
        "2027-01-21, 4822",
        // Told on Saturday, it is there on Tuesday: one day more. Sunday is as good as Saturday.
        "2027-01-22, 274",
        "2027-01-23, 0",
        "2027-01-24, 0",
        "2027-01-25, 274",
        // Over the next weekend three days more.
        "2027-01-28, 822"
    })
    void sayWhatIsLostUntilTomorrow(LocalDate today, long cents) {
        assertThat(clocks.atStake(today)).isEqualTo(cents);
    }

    /** Whoever lets all the days pass has lost what he could have saved, and what default costs. */
    @Test
    void addUpToWhatIsLostInTheEnd() {
        long lost = RECEIVED.datesUntil(day("2027-02-01"))
                .mapToLong(clocks::atStake)
                .sum();

        assertThat(lost).isEqualTo(30_000 + 4_000 + INTEREST.of(1_000_000, day("2027-01-23"), day("2027-02-02")));
    }

    @Test
    void loseNothingByADiscountThatALaterOneMakesUpFor() {
        PaymentClocks odd = new PaymentClocks(
                new Owed(
                        1_000_000,
                        RECEIVED,
                        Optional.empty(),
                        List.of(
                                new Discount(day("2026-12-02"), 5_000),
                                new Discount(day("2026-12-09"), 5_000),
                                new Discount(day("2026-12-09"), 5_000))),
                INTEREST);

        assertThat(odd.atStake(day("2026-12-01"))).isZero();
        assertThat(odd.atStake(day("2026-12-08"))).isEqualTo(5_000);
    }

    /** 30 days after the later one of receipt and due date (§ 286(3) BGB), a Saturday here. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, 2026-12-23", "2026-10-01, 2026-12-23", "2026-11-24, 2026-12-24", "2026-11-27, 2026-12-28"})
    void beginDefaultAfterDueDateAndReceipt(LocalDate due, LocalDate end) {
        PaymentClocks some = new PaymentClocks(new Owed(100, RECEIVED, Optional.ofNullable(due), List.of()), INTEREST);

        assertThat(some.all())
                .filteredOn(clock -> clock.kind() == DEFAULT)
                .extracting(PaymentClock::end)
                .containsExactly(end);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
