package org.rechnungseingang.service.finance;

import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * The finance system says something that does not go with what was ordered; the case stays where it is and waits for a
 * person.
 *
 * @param round the round of the order
 * @param contradiction what does not fit
 * @param told what the order is said to be now: POSTED, PAID …
 * @param orderedCents what was ordered, in cents
 * @param toldCents the amount that the finance system names, in cents
 * @param currency BT-5
 * @param reference what the finance system calls it, or empty text
 */
public record FeedbackContradicts(
        CaseId caseId,
        Actor by,
        int round,
        Contradiction contradiction,
        String told,
        long orderedCents,
        long toldCents,
        String currency,
        String reference)
        implements Recorded {

    /** What does not fit. */
    public enum Contradiction {
        /** Another amount than ordered. */
        OTHER_AMOUNT,
        /** It is said to be paid although nothing may leave the town for it: a credit note, for example. */
        PAID_WITHOUT_TRANSFER
    }
}
