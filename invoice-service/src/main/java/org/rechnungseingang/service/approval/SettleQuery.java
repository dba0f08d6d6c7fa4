package org.rechnungseingang.service.approval;

import java.util.Optional;
import java.util.Set;
import org.rechnungseingang.service.approval.Speaking.Said;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.people.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Somebody notes what came of the question to the supplier; the case goes on where it was. */
@Component
public class SettleQuery {

    private final Speaking speaking;
    private final PaymentHolds holds;
    private final InvoiceCases cases;
    private final Remarks remarks;
    private final ApplicationEventPublisher events;

    SettleQuery(
            Speaking speaking,
            PaymentHolds holds,
            InvoiceCases cases,
            Remarks remarks,
            ApplicationEventPublisher events) {
        this.speaking = speaking;
        this.holds = holds;
        this.cases = cases;
        this.remarks = remarks;
        this.events = events;
    }

    /**
     * Settles the question.
     *
     * @param seen what the person looked at
     * @param answer what came of it
     */
    public Decision settle(Person person, ReceiptNumber number, Seen seen, String answer) {
        return speaking.let(
                new Said(person, number, seen, answer),
                held -> Deciding.refusal(held, seen, Set.of(Station.values()), Set.of(Mark.values()))
                        .or(() -> held.mark() == Mark.QUERY ? Optional.empty() : Optional.of(Refusal.NO_QUERY)),
                held -> settle(person, held, answer));
    }

    private void settle(Person person, InvoiceCase held, String answer) {
        // A case at the triage desk waits there still, and an answer lifts no hold.
        boolean waits = held.station() == Station.CHECKED || !holds.of(held).isEmpty();
        Mark mark = waits ? Mark.ON_HOLD : Mark.OPEN;
        Deciding.moved(cases.move(held, held.station(), mark), held);
        remarks.add(held, Remark.Kind.ANSWERED, person, answer);
        events.publishEvent(new QueryAnswered(held.id(), person.actor(), held.round(), mark, answer.strip()));
    }
}
