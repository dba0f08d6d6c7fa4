package org.rechnungseingang.service.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.rechnungseingang.service.approval.clocks.Owed;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.BankDays;
import org.rechnungseingang.service.tenant.TownTime;
import org.rechnungseingang.service.tenant.WorkingDays;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.DecisionLevel;

/**
 * A case as lists show it. What comes from the invoice is empty until it is checked, and where it could not be read.
 *
 * @param caseId its id inside the service
 * @param receiptNumber its number for people
 * @param station where it is
 * @param mark what stands beside the station
 * @param givenUp the stage that has failed for good, if it is on hold for that
 * @param channel how it first came
 * @param fileName the name the sender gave it; for people to read only
 * @param receivedAt when it reached the town
 * @param outcome how the check ended, once it has
 * @param decision what that suggests
 * @param errors findings that stand against acceptance
 * @param notes findings that do not
 * @param format syntax and profile in words
 * @param seller BT-27
 * @param number BT-1
 * @param creditNote whether there is nothing to pay but something to get: by BT-3, or since BT-115 is below zero
 * @param issueDate BT-2
 * @param dueDate BT-9
 * @param discounts every cash discount, by the day on which it ends
 * @param currency BT-5 of the payable amount
 * @param payableCents BT-115 in hundredths of the currency
 * @param routingId BT-10 as written
 * @param office the office that has the case, once one has
 * @param certified whether grounds and sums are certified in this round
 * @param stake what is lost if people leave it until tomorrow
 */
public record RegisterEntry(
        CaseId caseId,
        ReceiptNumber receiptNumber,
        Station station,
        Mark mark,
        Optional<String> givenUp,
        Channel channel,
        Optional<String> fileName,
        Instant receivedAt,
        Optional<CheckOutcome> outcome,
        Optional<DecisionLevel> decision,
        int errors,
        int notes,
        Optional<String> format,
        Optional<String> seller,
        Optional<String> number,
        boolean creditNote,
        Optional<LocalDate> issueDate,
        Optional<LocalDate> dueDate,
        List<Discount> discounts,
        Optional<String> currency,
        OptionalLong payableCents,
        Optional<String> routingId,
        Optional<UUID> office,
        boolean certified,
        Stake stake) {

    /** Whether it waits because it could not be checked, which is no fault of the invoice. */
    public boolean uncheckable() {
        return givenUp.isPresent() && outcome.isEmpty();
    }

    /**
     * Less to pay until a day.
     *
     * @param until the last day as the invoice has it
     * @param cents what it is worth, in hundredths of the currency
     */
    public record Discount(LocalDate until, long cents) {

        /** The last day on which a bank can be told, so that the money is there when it ends. */
        public LocalDate sendBy() {
            return BankDays.sendBy(WorkingDays.onOrAfter(until));
        }
    }

    /** The cash discount that can be had if a bank is told on that day: the first that will end. */
    public Optional<Discount> discountOn(LocalDate day) {
        return discounts.stream()
                .filter(discount -> !creditNote && !discount.sendBy().isBefore(day))
                .findFirst();
    }

    /** What is owed on it; empty for a credit note, and for what is not in euro. */
    public Optional<Owed> owed() {
        return payableCents.isPresent()
                        && payableCents.getAsLong() > 0
                        && !creditNote
                        && currency.filter("EUR"::equals).isPresent()
                ? Optional.of(new Owed(
                        payableCents.getAsLong(),
                        TownTime.of(receivedAt).toLocalDate(),
                        dueDate,
                        discounts.stream()
                                .map(discount -> new Owed.Discount(discount.until(), discount.cents()))
                                .toList()))
                : Optional.empty();
    }

    /** The day until which it is to be paid (BT-9, § 193 BGB); empty for a credit note, which nobody has to pay. */
    public Optional<LocalDate> payBy() {
        return dueDate.filter(day -> !creditNote).map(WorkingDays::onOrAfter);
    }
}
