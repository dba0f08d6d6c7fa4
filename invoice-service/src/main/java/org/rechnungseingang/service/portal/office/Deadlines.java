package org.rechnungseingang.service.portal.office;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.approval.clocks.DefaultInterest;
import org.rechnungseingang.service.approval.clocks.PaymentClock;
import org.rechnungseingang.service.approval.clocks.PaymentClocks;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.register.RegisterEntry;
import org.rechnungseingang.service.tenant.TownTime;
import org.springframework.stereotype.Component;

/** The clocks that run on an invoice, for whoever has to see that it is paid in time. */
@Component
class Deadlines {

    private static final String EURO = "EUR";

    private final DefaultInterest interest;
    private final Notation notation;
    private final Clock clock;

    Deadlines(DefaultInterest interest, Notation notation, Clock clock) {
        this.interest = interest;
        this.notation = notation;
        this.clock = clock;
    }

    /**
     * The clocks on the review.
     *
     * @param deadlines the first to end first
     * @param interest what a day of default costs
     */
    record Card(List<Deadline> deadlines, String interest) {

        /** Keeps its own copy of the list. */
        Card {
            deadlines = List.copyOf(deadlines);
        }
    }

    /**
     * A day by which money has to have arrived.
     *
     * @param key of its name
     * @param worth what the discount is worth, or empty text
     * @param end the day
     * @param sendBy the last day on which a bank can be told
     * @param over whether that has passed
     */
    record Deadline(String key, String worth, String end, String sendBy, boolean over) {}

    /** Those of this case; empty once it is paid, or will never be. */
    Optional<Card> of(RegisterEntry entry) {
        return entry.owed().filter(owed -> isOpen(entry)).map(owed -> {
            PaymentClocks clocks = new PaymentClocks(owed, interest);
            return new Card(clocks.all().stream().map(this::deadline).toList(), euro(clocks.interestADay()));
        });
    }

    private Deadline deadline(PaymentClock one) {
        LocalDate today = TownTime.today(clock);
        return new Deadline(
                "clock." + one.kind(),
                one.cents() == 0 ? "" : euro(one.cents()),
                notation.date(one.end()),
                notation.date(one.sendBy()),
                one.sendBy().isBefore(today));
    }

    private static boolean isOpen(RegisterEntry entry) {
        return entry.station() != Station.PAID && entry.mark() != Mark.REFUSED && entry.mark() != Mark.MERGED;
    }

    private String euro(long cents) {
        return notation.money(BigDecimal.valueOf(cents, 2), EURO);
    }
}
