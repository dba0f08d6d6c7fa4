package org.rechnungseingang.service.approval;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rechnungseingang.invoice.Iban;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.service.approval.Decision.Done;
import org.rechnungseingang.service.approval.Decision.Refused;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.approval.Orders.Ordered;
import org.rechnungseingang.service.approval.PowerChoice.Denied;
import org.rechnungseingang.service.approval.PowerChoice.Granted;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.people.Act;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.routing.Assignments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The budget holder orders the payment of a certified invoice (Anordnung). He has certified nothing of it himself. */
@Component
public class OrderPayment {

    private final Deciding deciding;
    private final ReadDemand read;
    private final Transfers transfers;
    private final InvoiceCases cases;
    private final Assignments assignments;
    private final Powers powers;
    private final Certifications certifications;
    private final Orders orders;
    private final ApplicationEventPublisher events;

    OrderPayment(
            Deciding deciding,
            ReadDemand read,
            Transfers transfers,
            InvoiceCases cases,
            Assignments assignments,
            Powers powers,
            Certifications certifications,
            Orders orders,
            ApplicationEventPublisher events) {
        this.deciding = deciding;
        this.read = read;
        this.transfers = transfers;
        this.cases = cases;
        this.assignments = assignments;
        this.powers = powers;
        this.certifications = certifications;
        this.orders = orders;
        this.events = events;
    }

    /**
     * Orders the payment. Call it outside a transaction: it reads the invoice first.
     *
     * @param seen what the person looked at
     * @param account the account (BT-84) that the person has chosen; needed only where the invoice names several
     */
    public Decision order(Person person, ReceiptNumber number, Seen seen, Optional<String> account) {
        if (!person.may(Act.ORDER)) {
            return new Refused(Refusal.NOT_ALLOWED);
        }
        Optional<Invoice> invoice = read.invoice(number);
        return deciding.about(number, held -> order(person, held, seen, invoice, account));
    }

    private Decision order(
            Person person, InvoiceCase held, Seen seen, Optional<Invoice> invoice, Optional<String> account) {
        Map<Subject, UUID> certifiedBy = certifiedBy(held);
        Optional<Refusal> refusal = refusal(person, held, seen, certifiedBy);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        if (invoice.isEmpty()) {
            return new Refused(Refusal.NO_READABLE_INVOICE);
        }
        return invoice.flatMap(Demand::of)
                .map(demand -> order(person, held, certifiedBy, demand, account))
                .orElseGet(() -> new Refused(Refusal.NO_AMOUNT));
    }

    private static Optional<Refusal> refusal(
            Person person, InvoiceCase held, Seen seen, Map<Subject, UUID> certifiedBy) {
        Optional<Refusal> refusal = Deciding.refusal(held, seen, Set.of(Station.ASSIGNED), Set.of(Mark.OPEN));
        if (refusal.isPresent()) {
            return refusal;
        }
        if (certifiedBy.size() < Subject.values().length) {
            return Optional.of(Refusal.NOT_CERTIFIED);
        }
        return person.account().filter(certifiedBy::containsValue).map(same -> Refusal.SAME_PERSON);
    }

    private Decision order(
            Person person, InvoiceCase held, Map<Subject, UUID> certifiedBy, Demand demand, Optional<String> account) {
        PowerChoice power = powers.choose(person, PowerKind.ORDER, assignments.officeOf(held.id()), demand.euroCents());
        if (power instanceof Denied denied) {
            return new Refused(denied.reason());
        }
        Payout payout = transfers.payout(demand, account);
        if (payout instanceof Payout.Unclear unclear) {
            return new Refused(unclear.reason());
        }
        UUID by = person.account().orElseThrow();
        order(person, held, new Ordered(by, certifiedBy, ((Granted) power).power(), demand, payout));
        return new Done();
    }

    private void order(Person person, InvoiceCase held, Ordered ordered) {
        Deciding.moved(cases.move(held, Station.ORDERED, Mark.OPEN), held);
        orders.add(held, ordered);
        events.publishEvent(new InvoiceOrdered(
                held.id(),
                person.actor(),
                held.round(),
                held.receiptNumber().text(),
                ordered.demand().cents(),
                ordered.transferCents(),
                ordered.demand().currency(),
                ordered.account().map(Iban::text),
                ordered.noTransfer(),
                ordered.power(),
                Seen.of(held).document()));
    }

    private Map<Subject, UUID> certifiedBy(InvoiceCase held) {
        Map<Subject, UUID> by = new EnumMap<>(Subject.class);
        certifications.of(held).forEach(certification -> by.put(certification.subject(), certification.by()));
        return by;
    }
}
