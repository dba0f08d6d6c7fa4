package org.rechnungseingang.service.approval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.journal.Entry;
import org.rechnungseingang.service.journal.Journal;
import org.rechnungseingang.service.people.Office;
import org.rechnungseingang.service.people.Offices;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.Role;
import org.rechnungseingang.service.town.AnInvoice;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;

/** People of Anstadt with and without powers, and invoices that wait for their decisions. */
class Signatories {

    static final String TOWN = "anstadt";
    static final String BAUAMT = "04011000-1234512345-06";

    /** What {@link AnInvoice#anInvoice()} asks for, in cents. */
    static final long PAYABLE = 105_351;

    private final Towns towns;
    private final Behind behind;
    private final Offices offices;
    private final InvoiceCases cases;
    private final Journal journal;
    private final CertifyInvoice certify;
    private final OrderPayment order;

    Signatories(
            Towns towns,
            Behind behind,
            Offices offices,
            InvoiceCases cases,
            Journal journal,
            CertifyInvoice certify,
            OrderPayment order) {
        this.towns = towns;
        this.behind = behind;
        this.offices = offices;
        this.cases = cases;
        this.journal = journal;
        this.certify = certify;
        this.order = order;
    }

    /** A clerk of the Bauamt who may certify anything there. */
    Person certifier() {
        Person person = person("bauamt", Role.CLERK);
        power(person, PowerKind.CERTIFY, Terms.unlimited().in("bauamt"));
        return person;
    }

    /** A budget holder of the Bauamt who may order anything there. */
    Person budgetHolder() {
        Person person = person("bauamt", Role.BUDGET_HOLDER);
        power(person, PowerKind.ORDER, Terms.unlimited().in("bauamt"));
        return person;
    }

    /** Somebody of the Bauamt who may do both, though not with one invoice. */
    Person both() {
        Person person = person("bauamt", Role.CLERK, Role.BUDGET_HOLDER);
        power(person, PowerKind.CERTIFY, Terms.unlimited().in("bauamt"));
        power(person, PowerKind.ORDER, Terms.unlimited().in("bauamt"));
        return person;
    }

    Person person(String officeKey, Role... roles) {
        Office office = office(officeKey);
        UUID account = UUID.randomUUID();
        behind.sql()
                .sql("""
                        insert into account (tenant, id, login, name, password, roles, office, active)
                        values (?, ?, ?, 'Mitzeichnerin', '{argon2}x', '{}', ?, true)""")
                .params(town(), account, account.toString(), office.id())
                .update();
        return new Person(towns.town(TOWN), Optional.of(account), "Mitzeichnerin", Set.of(roles), Optional.of(office));
    }

    /** Gives a power. */
    UUID power(Person person, PowerKind kind, Terms terms) {
        UUID id = UUID.randomUUID();
        behind.sql()
                .sql("""
                        insert into power
                          (tenant, id, account, kind, grantor, document, limit_cents, office, valid_from, valid_to)
                        values (?, ?, ?, ?, 'Kämmerin', 'DA 7', ?, ?, ?, ?)""")
                .params(town(), id, person.account().orElseThrow(), kind.name())
                .param(terms.limitCents().orElse(null))
                .param(terms.office().map(key -> office(key).id()).orElse(null))
                .param(terms.from())
                .param(terms.to().orElse(null))
                .update();
        return id;
    }

    /** The invoice as a case in the Bauamt. */
    Receipt assigned(AnInvoice invoice) {
        return received(invoice.to(BAUAMT));
    }

    Receipt assigned() {
        return assigned(AnInvoice.anInvoice());
    }

    Receipt received(AnInvoice invoice) {
        Receipt receipt = towns.receive(TOWN, invoice.bytes());
        towns.awaitChecked(TOWN, receipt.caseId());
        return receipt;
    }

    InvoiceCase now(Receipt receipt) {
        return towns.in(TOWN, () -> cases.get(receipt.caseId()));
    }

    Seen seen(Receipt receipt) {
        return Seen.of(now(receipt));
    }

    Decision certify(Person person, Receipt receipt, Subject... subjects) {
        Set<Subject> chosen = subjects.length == 0 ? Set.of(Subject.values()) : Set.of(subjects);
        return towns.in(TOWN, () -> certify.certify(person, receipt.receiptNumber(), seen(receipt), chosen));
    }

    Decision order(Person person, Receipt receipt) {
        return order(person, receipt, Optional.empty());
    }

    Decision order(Person person, Receipt receipt, Optional<String> account) {
        return towns.in(TOWN, () -> order.order(person, receipt.receiptNumber(), seen(receipt), account));
    }

    Office office(String key) {
        return towns.in(TOWN, () -> offices.ofKey(key)).orElseThrow();
    }

    UUID town() {
        return towns.town(TOWN).value();
    }

    List<String> history(Receipt receipt) {
        return towns.in(TOWN, () -> journal.of(receipt.caseId())).stream()
                .map(Entry::kind)
                .toList();
    }
}
