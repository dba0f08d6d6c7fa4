package org.rechnungseingang.service.routing;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.people.Office;
import org.rechnungseingang.service.routing.Destination.Found;
import org.rechnungseingang.service.routing.Destination.Unknown;
import org.rechnungseingang.service.routing.InvoiceAssigned.Because;
import org.rechnungseingang.service.validation.Verdicts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes an assignment true in one short transaction: duplicates end, the case moves on or waits, and all listen. */
@Component
class SettleAssignment {

    private final InvoiceCases cases;
    private final BusinessKeys keys;
    private final Assignments assignments;
    private final TriageDesk desk;
    private final Verdicts verdicts;
    private final ApplicationEventPublisher events;

    SettleAssignment(
            InvoiceCases cases,
            BusinessKeys keys,
            Assignments assignments,
            TriageDesk desk,
            Verdicts verdicts,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.keys = keys;
        this.assignments = assignments;
        this.desk = desk;
        this.verdicts = verdicts;
        this.events = events;
    }

    /** Settles what the stage has found out about an accepted invoice. */
    @Transactional
    public void settle(InvoiceCase checked, Invoice invoice, Destination destination, Actor by) {
        if (hold(checked)) {
            first(checked, invoice).ifPresentOrElse(first -> merge(checked, first, by), () -> {
                if (destination instanceof Found found) {
                    assign(checked, found, by);
                } else if (destination instanceof Unknown unknown) {
                    triage(checked, unknown, by);
                }
            });
        }
    }

    /** Puts a case that the check did not accept before a person. */
    @Transactional
    public void notAccepted(InvoiceCase checked, Actor by) {
        if (hold(checked)) {
            triage(checked, new Unknown(TriageCause.NOT_ACCEPTED, ""), by);
        }
    }

    /** Settles a person's decision about a case at the triage desk, an "other invoice" without any XML included. */
    @Transactional
    public AssignOutcome settle(InvoiceCase waiting, Optional<Invoice> invoice, Office office, Actor by) {
        if (!hold(waiting)) {
            return new AssignOutcome.Refused(AssignRefusal.MOVED_ON);
        }
        Optional<InvoiceCase> first = invoice.flatMap(read -> first(waiting, read));
        desk.take(waiting.id());
        if (first.isPresent()) {
            merge(waiting, first.get(), by);
            return new AssignOutcome.Merged(first.get().receiptNumber());
        }
        assign(waiting, new Found(office, Because.PERSON, ""), by);
        return new AssignOutcome.Done(office);
    }

    /**
     * Hands an assigned case over to another office: a new round begins, in which no certification counts. A payment that
     * is held stays held.
     */
    @Transactional
    public AssignOutcome handOver(InvoiceCase assigned, Office office, Actor by) {
        if (!cases.sendBack(assigned, Station.ASSIGNED, assigned.mark())) {
            return new AssignOutcome.Refused(AssignRefusal.MOVED_ON);
        }
        record(assigned, assigned.round() + 1, new Found(office, Because.PERSON, ""), by);
        return new AssignOutcome.Done(office);
    }

    // The case's row first: whoever else decides about this case waits, and then finds that it has moved on.
    private boolean hold(InvoiceCase checked) {
        return cases.move(checked, checked.station(), checked.mark());
    }

    private Optional<InvoiceCase> first(InvoiceCase checked, Invoice invoice) {
        return BusinessKey.of(invoice)
                .flatMap(key -> keys.claim(key, checked.id()))
                .map(cases::get);
    }

    private void merge(InvoiceCase duplicate, InvoiceCase first, Actor by) {
        moved(cases.merge(duplicate, first.id()), duplicate.id());
        events.publishEvent(
                new InvoiceMerged(duplicate.id(), by, duplicate.round(), first.id(), first.receiptNumber()));
    }

    private void assign(InvoiceCase checked, Found found, Actor by) {
        List<String> doubts = verdicts.paymentDoubts(checked.id());
        moved(cases.move(checked, Station.ASSIGNED, doubts.isEmpty() ? Mark.OPEN : Mark.ON_HOLD), checked.id());
        record(checked, checked.round(), found, by);
        if (!doubts.isEmpty()) {
            events.publishEvent(new PaymentHeld(checked.id(), by, checked.round(), doubts));
        }
    }

    private void record(InvoiceCase assigned, int round, Found found, Actor by) {
        Office office = found.office();
        assignments.add(assigned, round, office.id(), found.because());
        events.publishEvent(new InvoiceAssigned(
                assigned.id(), by, round, office.id(), office.name(), found.because(), found.value()));
    }

    private void triage(InvoiceCase checked, Unknown unknown, Actor by) {
        moved(cases.move(checked, Station.CHECKED, Mark.ON_HOLD), checked.id());
        desk.put(checked.id(), unknown.cause(), unknown.detail());
        events.publishEvent(
                new InvoiceNotAssigned(checked.id(), by, checked.round(), unknown.cause(), unknown.detail()));
    }

    private static void moved(boolean moved, CaseId caseId) {
        if (!moved) {
            throw new IllegalStateException("Case " + caseId + " was moved by somebody else while its row was held");
        }
    }
}
