package org.rechnungseingang.service.finance;

import java.util.Optional;
import org.rechnungseingang.service.approval.NoTransfer;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.CaseId;

/**
 * What was ordered in one round of a case, and what has become of it.
 *
 * @param key names the order at the finance system
 * @param cents what is transferred; 0 where no transfer may be made
 * @param payableCents BT-115
 * @param currency BT-5
 * @param iban where to
 * @param noTransfer why no transfer may be made
 * @param document the invoice as it was ordered
 */
record Payment(
        CaseId caseId,
        int round,
        String key,
        String receiptNumber,
        long cents,
        long payableCents,
        String currency,
        Optional<String> iban,
        Optional<NoTransfer> noTransfer,
        Sha256 document,
        PaymentState state) {

    static String key(CaseId caseId, int round) {
        return caseId + "-" + round;
    }

    /** What the finance system may name as amount: without a transfer some name nothing, others what is booked. */
    boolean isAbout(long told) {
        return told == cents || (noTransfer.isPresent() && told == payableCents);
    }

    /** Whether money leaves the town: transferred, collected by the supplier, by card, or in cash. */
    boolean canBePaid() {
        return noTransfer
                .map(reason -> switch (reason) {
                    case DIRECT_DEBIT, CARD, CASH -> true;
                    case OTHER_MEANS, NOTHING_TO_PAY, NOT_IN_EURO, NO_SEPA_ACCOUNT -> false;
                })
                .orElse(true);
    }
}
