package org.rechnungseingang.service.approval;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rechnungseingang.service.approval.Decision.Done;
import org.rechnungseingang.service.approval.Decision.Refused;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.approval.PowerChoice.Denied;
import org.rechnungseingang.service.approval.PowerChoice.Granted;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.people.Act;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.routing.Assignments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Somebody certifies that the grounds of an invoice are right, or its sums, or both (KomHVO NRW § 31). */
@Component
public class CertifyInvoice {

    private final Deciding deciding;
    private final ReadDemand read;
    private final Assignments assignments;
    private final Powers powers;
    private final Certifications certifications;
    private final ApplicationEventPublisher events;

    CertifyInvoice(
            Deciding deciding,
            ReadDemand read,
            Assignments assignments,
            Powers powers,
            Certifications certifications,
            ApplicationEventPublisher events) {
        this.deciding = deciding;
        this.read = read;
        this.assignments = assignments;
        this.powers = powers;
        this.certifications = certifications;
        this.events = events;
    }

    /**
     * Certifies. Call it outside a transaction: it reads the invoice first.
     *
     * @param subjects what; both in one act, or one
     * @param seen what the person looked at
     * @throws IllegalArgumentException if there is nothing to certify
     */
    public Decision certify(Person person, ReceiptNumber number, Seen seen, Set<Subject> subjects) {
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("Nothing to certify");
        }
        if (!person.may(Act.CERTIFY)) {
            return new Refused(Refusal.NOT_ALLOWED);
        }
        Optional<Long> euroCents = read.invoice(number).flatMap(Demand::of).flatMap(Demand::euroCents);
        return deciding.about(number, held -> certify(person, held, seen, EnumSet.copyOf(subjects), euroCents));
    }

    private Decision certify(
            Person person, InvoiceCase held, Seen seen, EnumSet<Subject> subjects, Optional<Long> euroCents) {
        Set<Subject> before = subjects(certifications.of(held));
        Optional<Refusal> refusal = Deciding.refusal(held, seen, Set.of(Station.ASSIGNED), Set.of(Mark.OPEN))
                .or(() -> Optional.of(Refusal.ALREADY_CERTIFIED)
                        .filter(already -> !Collections.disjoint(before, subjects)));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        PowerChoice power = powers.choose(person, PowerKind.CERTIFY, assignments.officeOf(held.id()), euroCents);
        if (power instanceof Granted granted) {
            certify(person, held, subjects, before, granted.power());
            return new Done();
        }
        return new Refused(((Denied) power).reason());
    }

    private void certify(Person person, InvoiceCase held, EnumSet<Subject> subjects, Set<Subject> before, UUID power) {
        UUID account = person.account().orElseThrow();
        subjects.forEach(subject -> certifications.add(held, subject, account, power));
        boolean complete = before.size() + subjects.size() == Subject.values().length;
        events.publishEvent(new InvoiceCertified(
                held.id(),
                person.actor(),
                held.round(),
                Collections.unmodifiableSet(subjects),
                complete,
                power,
                Seen.of(held).document()));
    }

    private static Set<Subject> subjects(List<Certification> certifications) {
        EnumSet<Subject> subjects = EnumSet.noneOf(Subject.class);
        certifications.stream().map(Certification::subject).forEach(subjects::add);
        return subjects;
    }
}
