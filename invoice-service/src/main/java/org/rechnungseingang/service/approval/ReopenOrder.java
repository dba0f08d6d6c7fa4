package org.rechnungseingang.service.approval;

import java.util.Set;
import org.rechnungseingang.service.approval.Speaking.Said;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.people.Person;
import org.springframework.stereotype.Component;

/**
 * Brings a case back to its office after the finance system has refused its order or the bank has returned its money.
 * Finance calls it ({@code ReopenPayment}), since only finance knows that no payment of the order lives any more.
 */
@Component
public class ReopenOrder {

    private final Speaking speaking;
    private final BeginRound begin;

    ReopenOrder(Speaking speaking, BeginRound begin) {
        this.speaking = speaking;
        this.begin = begin;
    }

    /**
     * Reopens the order of a case that is on hold, in the caller's transaction if there is one.
     *
     * @param person who wants it; he needs a power for the case's office
     * @param seen what the person looked at
     * @param reason why
     */
    public Decision reopen(Person person, ReceiptNumber number, Seen seen, String reason) {
        return speaking.let(
                new Said(person, number, seen, reason),
                held -> Deciding.refusal(
                        held, seen, Set.of(Station.ORDERED, Station.POSTED, Station.PAID), Set.of(Mark.ON_HOLD)),
                held -> begin.newRound(person, held, reason));
    }
}
