package org.rechnungseingang.service.portal.office;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.Phrase;
import org.rechnungseingang.service.portal.Received;
import org.rechnungseingang.service.portal.Tone;
import org.rechnungseingang.service.register.RegisterEntry;
import org.rechnungseingang.service.tenant.TownTime;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.springframework.stereotype.Component;

/** Turns cases of the register into rows of a list. */
@Component
class Rows {

    private final Notation notation;
    private final Clock clock;

    Rows(Notation notation, Clock clock) {
        this.notation = notation;
        this.clock = clock;
    }

    Listing.Row of(RegisterEntry entry) {
        return new Listing.Row(
                entry.receiptNumber().text(),
                title(entry),
                "channel." + entry.channel(),
                entry.receivedAt(),
                entry.number().map(Received::text).orElse(""),
                entry.creditNote(),
                entry.format().orElse(""),
                amount(entry.payableCents(), entry.currency()),
                check(entry),
                entry.routingId().map(Received::text).orElse(""),
                due(entry),
                discount(entry),
                stake(entry),
                state(entry));
    }

    /** What a case is called: its seller, or else the name of its file. */
    static String title(RegisterEntry entry) {
        return entry.seller().or(entry::fileName).map(Received::text).orElse("");
    }

    /** An amount of cents, or empty text if there is none. */
    String amount(OptionalLong cents, Optional<String> currency) {
        return cents.isPresent()
                ? notation.money(BigDecimal.valueOf(cents.getAsLong(), 2), currency.orElse(Money.NO_CURRENCY))
                : "";
    }

    /** What the check came to, in a few words. */
    static Listing.Badge check(RegisterEntry entry) {
        return entry.outcome()
                .map(known -> check(known, entry.errors(), entry.notes()))
                .orElseGet(() -> entry.uncheckable()
                        ? new Listing.Badge(Tone.WARNING, Phrase.of("check.failed"))
                        : new Listing.Badge(Tone.NEUTRAL, Phrase.of("check.running")));
    }

    private static Listing.Badge check(CheckOutcome outcome, int errors, int notes) {
        return switch (outcome) {
            case ACCEPT ->
                notes == 0
                        ? new Listing.Badge(Tone.SUCCESS, Phrase.of("check.clean"))
                        : new Listing.Badge(Tone.WARNING, Phrase.of("check.notes", notes));
            case REJECT, SCHEMA_INVALID -> new Listing.Badge(Tone.ERROR, Phrase.of("check.errors", errors));
            case NOT_WELLFORMED -> new Listing.Badge(Tone.ERROR, Phrase.of("check.unreadable"));
            case NO_RULE_SET -> new Listing.Badge(Tone.WARNING, Phrase.of("check.unknown"));
            case REFUSED, NO_INVOICE -> new Listing.Badge(Tone.WARNING, Phrase.of("check.none"));
        };
    }

    private Listing.Due due(RegisterEntry entry) {
        long over = entry.payBy()
                .filter(day -> isOpen(entry))
                .map(day -> -daysUntil(day))
                .orElse(0L);
        return over > 0
                ? new Listing.Due(Phrase.of("due.over", over), true)
                : entry.dueDate()
                        .filter(day -> !entry.creditNote())
                        .map(day -> new Listing.Due(Phrase.of("due.on", written(day)), false))
                        .orElse(Listing.Due.NONE);
    }

    /** The cash discount that can still be had. */
    Listing.Due discount(RegisterEntry entry) {
        return entry.discountOn(TownTime.today(clock))
                .filter(discount -> isOpen(entry))
                .map(discount -> discount(discount, entry.currency()))
                .orElse(Listing.Due.NONE);
    }

    private Listing.Due discount(RegisterEntry.Discount discount, Optional<String> currency) {
        long days = daysUntil(discount.sendBy());
        String amount = amount(OptionalLong.of(discount.cents()), currency);
        return days == 0
                ? new Listing.Due(Phrase.of("discount.today", amount), true)
                : new Listing.Due(Phrase.of("discount.days", amount, days), false);
    }

    // What ends today says so itself.
    private Listing.Due stake(RegisterEntry entry) {
        return entry.stake().cents() == 0 || discount(entry).urgent()
                ? Listing.Due.NONE
                : new Listing.Due(
                        Phrase.of(
                                "stake.tomorrow",
                                amount(OptionalLong.of(entry.stake().cents()), entry.currency())),
                        true);
    }

    /** The year is left out where nobody would ask for it. */
    private String written(LocalDate day) {
        return Math.abs(daysUntil(day)) < 180 ? notation.day(day) : notation.date(day);
    }

    private long daysUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(TownTime.today(clock), day);
    }

    private static boolean isOpen(RegisterEntry entry) {
        return entry.mark() != Mark.REFUSED && entry.mark() != Mark.MERGED;
    }

    private static Listing.State state(RegisterEntry entry) {
        String tone = switch (entry.mark()) {
            case OPEN -> "open";
            case ON_HOLD, QUERY -> "attention";
            case REFUSED -> "stopped";
            case MERGED -> "done";
        };
        return new Listing.State("station." + entry.station(), beside(entry), tone);
    }

    // Whoever orders looks for what is certified.
    private static String beside(RegisterEntry entry) {
        if (entry.mark() != Mark.OPEN) {
            return "mark." + entry.mark();
        }
        return entry.station() == Station.ASSIGNED && entry.certified() ? "state.certified" : "";
    }
}
