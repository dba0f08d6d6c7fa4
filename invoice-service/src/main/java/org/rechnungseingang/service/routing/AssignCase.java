package org.rechnungseingang.service.routing;

import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.people.Access;
import org.rechnungseingang.service.people.Act;
import org.rechnungseingang.service.people.Office;
import org.rechnungseingang.service.people.Offices;
import org.rechnungseingang.service.people.Person;
import org.springframework.stereotype.Component;

/**
 * A person says whose a case is: at the triage desk, also of what is no accepted e-invoice ("other invoice"), or by
 * handing an assigned case over to another office.
 */
@Component
public class AssignCase {

    private final Access access;
    private final InvoiceCases cases;
    private final Offices offices;
    private final Assignments assignments;
    private final TriageDesk desk;
    private final ReadInvoice read;
    private final SettleAssignment settle;

    AssignCase(
            Access access,
            InvoiceCases cases,
            Offices offices,
            Assignments assignments,
            TriageDesk desk,
            ReadInvoice read,
            SettleAssignment settle) {
        this.access = access;
        this.cases = cases;
        this.offices = offices;
        this.assignments = assignments;
        this.desk = desk;
        this.read = read;
        this.settle = settle;
    }

    /**
     * Assigns the case to the office. Call it outside a transaction: it reads the invoice first.
     *
     * @param person who decides
     * @param number the case's number
     * @param officeId the office's id
     */
    public AssignOutcome assign(Person person, ReceiptNumber number, UUID officeId) {
        Optional<InvoiceCase> found = cases.find(number);
        Optional<Office> office = offices.find(officeId);
        if (found.isEmpty()) {
            return new AssignOutcome.Refused(AssignRefusal.NO_SUCH_CASE);
        }
        if (office.isEmpty()) {
            return new AssignOutcome.Refused(AssignRefusal.NO_SUCH_OFFICE);
        }
        return assign(person, found.get(), office.get());
    }

    private AssignOutcome assign(Person person, InvoiceCase found, Office office) {
        Optional<AssignRefusal> refusal = refusal(person, found, office);
        if (refusal.isPresent()) {
            return new AssignOutcome.Refused(refusal.get());
        }
        return found.station() == Station.CHECKED
                ? settle.settle(found, read.of(found), office, person.actor())
                : settle.handOver(found, office, person.actor());
    }

    private Optional<AssignRefusal> refusal(Person person, InvoiceCase found, Office office) {
        Optional<UUID> has = assignments.officeOf(found.id());
        if (!mayAssign(person, has)) {
            return Optional.of(AssignRefusal.NOT_ALLOWED);
        }
        if (found.mark() == Mark.QUERY) {
            return Optional.of(AssignRefusal.QUERY_OPEN);
        }
        if (!waits(found) && !isHandedOver(found)) {
            return Optional.of(AssignRefusal.MOVED_ON);
        }
        return has.filter(office.id()::equals).map(same -> AssignRefusal.SAME_OFFICE);
    }

    // The triage desk assigns; the office that has the case may pass it on.
    private boolean mayAssign(Person person, Optional<UUID> has) {
        boolean isOfOffice = person.may(Act.TRIAGE)
                && has.isPresent()
                && person.office().map(Office::id).equals(has);
        return isOfOffice || access.triages(person);
    }

    private boolean waits(InvoiceCase found) {
        return found.station() == Station.CHECKED
                && found.mark() == Mark.ON_HOLD
                && desk.find(found.id()).isPresent();
    }

    private static boolean isHandedOver(InvoiceCase found) {
        return found.station() == Station.ASSIGNED && (found.mark() == Mark.OPEN || found.mark() == Mark.ON_HOLD);
    }
}
