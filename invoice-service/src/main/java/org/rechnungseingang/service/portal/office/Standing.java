package org.rechnungseingang.service.portal.office;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rechnungseingang.schematron.Finding;
import org.rechnungseingang.service.approval.Certification;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.approval.Refusal;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.routing.WaitingCase;

/**
 * Where a case stands, as far as decisions about it go.
 *
 * @param found the case
 * @param office the id of the office that has it, once one has
 * @param waiting what the triage desk knows of it, if it waits there
 * @param certified what is certified in its present round
 * @param doubts what the check has put in doubt about its payment, cleared up or not
 * @param held whether its payment is held for them
 * @param cleared what cleared them up, in the words of whoever lifted the hold
 * @param payment why its order cannot be taken up again, as far as its payments go
 */
record Standing(
        InvoiceCase found,
        Optional<UUID> office,
        Optional<WaitingCase> waiting,
        List<Certification> certified,
        List<Finding> doubts,
        boolean held,
        Optional<String> cleared,
        Optional<Refusal> payment) {

    /** Keeps its own copies of the lists. */
    Standing {
        doubts = List.copyOf(doubts);
        certified = List.copyOf(certified);
    }

    boolean isAt(Station station, Mark... marks) {
        return found.station() == station && List.of(marks).contains(found.mark());
    }

    /** What is not certified yet. */
    Set<Subject> uncertified() {
        EnumSet<Subject> open = EnumSet.allOf(Subject.class);
        certified.stream().map(Certification::subject).forEach(open::remove);
        return open;
    }

    boolean isCertifiedBy(UUID account) {
        return certified.stream().map(Certification::by).anyMatch(account::equals);
    }
}
