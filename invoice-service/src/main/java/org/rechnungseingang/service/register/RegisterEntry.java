package org.rechnungseingang.service.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.CaseId;
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
 * @param issueDate BT-2
 * @param dueDate BT-9
 * @param discountUntil the last day of the first cash discount
 * @param discountCents what it is worth, in hundredths of the currency
 * @param currency BT-5 of the payable amount
 * @param payableCents BT-115 in hundredths of the currency
 * @param routingId BT-10 as written
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
        Optional<LocalDate> issueDate,
        Optional<LocalDate> dueDate,
        Optional<LocalDate> discountUntil,
        OptionalLong discountCents,
        Optional<String> currency,
        OptionalLong payableCents,
        Optional<String> routingId) {

    /** Whether it waits because it could not be checked, which is no fault of the invoice. */
    public boolean uncheckable() {
        return givenUp.isPresent() && outcome.isEmpty();
    }
}
