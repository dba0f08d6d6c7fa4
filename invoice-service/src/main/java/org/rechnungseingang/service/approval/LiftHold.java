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

/** Somebody says what cleared up a payment that is held; only then can the invoice be certified and ordered. */
@Component
public class LiftHold {

    private final Speaking speaking;
    private final PaymentHolds holds;
    private final InvoiceCases cases;
    private final Remarks remarks;
    private final ApplicationEventPublisher events;

    LiftHold(
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
     * Lifts the hold; whoever has a power for the case's office may.
     *
     * @param seen what the person looked at
     * @param note what cleared it up, and how the person knows
     */
    public Decision lift(Person person, ReceiptNumber number, Seen seen, String note) {
        return speaking.let(
                new Said(person, number, seen, note),
                held -> Deciding.refusal(held, seen, Set.of(Station.ASSIGNED), Set.of(Mark.values()))
                        .or(() -> refusal(held)),
                held -> lift(person, held, note));
    }

    private Optional<Refusal> refusal(InvoiceCase held) {
        if (held.mark() == Mark.QUERY) {
            return Optional.of(Refusal.QUERY_OPEN);
        }
        boolean isHeld = held.mark() == Mark.ON_HOLD && !holds.of(held).isEmpty();
        return isHeld ? Optional.empty() : Optional.of(Refusal.NO_HOLD);
    }

    private void lift(Person person, InvoiceCase held, String note) {
        Deciding.moved(cases.move(held, Station.ASSIGNED, Mark.OPEN), held);
        remarks.add(held, Remark.Kind.HOLD_LIFTED, person, note);
        events.publishEvent(new PaymentHoldLifted(held.id(), person.actor(), held.round(), note.strip()));
    }
}
