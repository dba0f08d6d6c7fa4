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
import org.rechnungseingang.service.routing.TriageDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Somebody asks the supplier something; until that is settled, nobody decides. */
@Component
public class AskSupplier {

    private final Speaking speaking;
    private final InvoiceCases cases;
    private final TriageDesk desk;
    private final Remarks remarks;
    private final ApplicationEventPublisher events;

    AskSupplier(
            Speaking speaking, InvoiceCases cases, TriageDesk desk, Remarks remarks, ApplicationEventPublisher events) {
        this.speaking = speaking;
        this.cases = cases;
        this.desk = desk;
        this.remarks = remarks;
        this.events = events;
    }

    /**
     * Asks: at the triage desk a case that waits there, in its office one that is open or whose payment is held.
     *
     * @param seen what the person looked at
     * @param question what, in words for the supplier
     */
    public Decision ask(Person person, ReceiptNumber number, Seen seen, String question) {
        return speaking.let(
                new Said(person, number, seen, question),
                held -> refusal(held, seen),
                held -> ask(person, held, question));
    }

    private Optional<Refusal> refusal(InvoiceCase held, Seen seen) {
        boolean checked = held.station() == Station.CHECKED;
        // A payment that is held is a reason to ask.
        Set<Mark> marks = checked ? Set.of(Mark.ON_HOLD) : Set.of(Mark.OPEN, Mark.ON_HOLD);
        return Deciding.refusal(held, seen, Set.of(Station.CHECKED, Station.ASSIGNED), marks)
                // Checked, but not yet at the desk: it could be on its way to an office.
                .or(() -> checked && desk.find(held.id()).isEmpty()
                        ? Optional.of(Refusal.WRONG_STATION)
                        : Optional.empty());
    }

    private void ask(Person person, InvoiceCase held, String question) {
        Deciding.moved(cases.move(held, held.station(), Mark.QUERY), held);
        remarks.add(held, Remark.Kind.QUERIED, person, question);
        events.publishEvent(new SupplierQueried(held.id(), person.actor(), held.round(), question.strip()));
    }
}
