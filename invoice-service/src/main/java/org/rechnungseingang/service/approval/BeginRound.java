package org.rechnungseingang.service.approval;

import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.people.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Begins a case's new round in its office. What was decided in the former stays, and counts no longer. */
@Component
class BeginRound {

    private final InvoiceCases cases;
    private final Remarks remarks;
    private final ApplicationEventPublisher events;

    BeginRound(InvoiceCases cases, Remarks remarks, ApplicationEventPublisher events) {
        this.cases = cases;
        this.remarks = remarks;
        this.events = events;
    }

    void newRound(Person person, InvoiceCase held, String reason) {
        Deciding.moved(cases.sendBack(held, Station.ASSIGNED), held);
        remarks.add(held, Remark.Kind.SENT_BACK, person, reason);
        events.publishEvent(new InvoiceSentBack(held.id(), person.actor(), held.round() + 1, reason.strip()));
    }
}
