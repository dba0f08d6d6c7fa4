package org.rechnungseingang.service.approval;

import java.util.Set;
import org.rechnungseingang.service.approval.Speaking.Said;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.routing.BusinessKeys;
import org.rechnungseingang.service.routing.TriageDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Somebody refuses an invoice for good, at the triage desk or in its office. Its number is free for a right one. */
@Component
public class RefuseInvoice {

    private final Speaking speaking;
    private final InvoiceCases cases;
    private final BusinessKeys keys;
    private final TriageDesk desk;
    private final Remarks remarks;
    private final ApplicationEventPublisher events;

    RefuseInvoice(
            Speaking speaking,
            InvoiceCases cases,
            BusinessKeys keys,
            TriageDesk desk,
            Remarks remarks,
            ApplicationEventPublisher events) {
        this.speaking = speaking;
        this.cases = cases;
        this.keys = keys;
        this.desk = desk;
        this.remarks = remarks;
        this.events = events;
    }

    /**
     * Refuses the invoice.
     *
     * @param seen what the person looked at
     * @param reason why, in words for the supplier
     */
    public Decision refuse(Person person, ReceiptNumber number, Seen seen, String reason) {
        return speaking.let(
                new Said(person, number, seen, reason),
                held -> Deciding.refusal(held, seen, Set.of(Station.CHECKED, Station.ASSIGNED), marks(held)),
                held -> refuse(person, held, reason));
    }

    // An open case that is checked only is still on its way to an office.
    private static Set<Mark> marks(InvoiceCase held) {
        return held.station() == Station.CHECKED
                ? Set.of(Mark.ON_HOLD, Mark.QUERY)
                : Set.of(Mark.OPEN, Mark.ON_HOLD, Mark.QUERY);
    }

    private void refuse(Person person, InvoiceCase held, String reason) {
        Deciding.moved(cases.move(held, held.station(), Mark.REFUSED), held);
        keys.free(held.id());
        desk.take(held.id());
        remarks.add(held, Remark.Kind.REFUSED, person, reason);
        events.publishEvent(new InvoiceRefused(held.id(), person.actor(), held.round(), reason.strip()));
    }
}
