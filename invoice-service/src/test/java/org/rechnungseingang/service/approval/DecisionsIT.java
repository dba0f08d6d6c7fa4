package org.rechnungseingang.service.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rechnungseingang.service.approval.InvoiceCertified.Subject.GROUNDS;
import static org.rechnungseingang.service.approval.InvoiceCertified.Subject.SUMS;
import static org.rechnungseingang.service.approval.Signatories.PAYABLE;
import static org.rechnungseingang.service.approval.Signatories.TOWN;
import static org.rechnungseingang.service.town.AnInvoice.anInvoice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rechnungseingang.service.approval.Decision.Done;
import org.rechnungseingang.service.approval.Decision.Refused;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.Role;
import org.rechnungseingang.service.routing.AssignCase;
import org.rechnungseingang.service.town.AnInvoice;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Certifying and ordering: what counts, and why something does not. */
@WithTwoTowns
class DecisionsIT {

    private Signatories people;

    @Autowired
    private CertifyInvoice certify;

    @Autowired
    private OrderPayment order;

    @Autowired
    private Certifications certifications;

    @Autowired
    private Transfers transfers;

    @Autowired
    private AssignCase assign;

    @Autowired
    private InvoiceCases cases;

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void gather(@Autowired AutowireCapableBeanFactory beans) {
        people = beans.createBean(Signatories.class);
    }

    @Test
    void takeAnInvoiceFromItsOfficeToTheOrder() {
        Receipt receipt = people.assigned();
        Person clerk = people.certifier();
        Person budgetHolder = people.budgetHolder();

        assertThat(people.certify(clerk, receipt)).isEqualTo(new Done());
        assertThat(people.order(budgetHolder, receipt)).isEqualTo(new Done());

        assertThat(people.now(receipt).station()).isEqualTo(Station.ORDERED);
        assertThat(people.now(receipt).mark()).isEqualTo(Mark.OPEN);
        assertThat(people.history(receipt)).endsWith("InvoiceAssigned", "InvoiceCertified", "InvoiceOrdered");
        assertThat(behind.count(
                        """
                        payment_order where case_id = ? and ordered_by = ? and grounds_by = ? and sums_by = ?
                          and document = ? and payable_cents = ? and transfer_cents = ? and currency = 'EUR'
                          and iban = 'DE90999000010004711001' and no_transfer is null
                          and power in (select id from power where account = ordered_by)""",
                        receipt.caseId().value(),
                        account(budgetHolder),
                        account(clerk),
                        account(clerk),
                        people.seen(receipt).document().hex(),
                        PAYABLE,
                        PAYABLE))
                .isEqualTo(1);
    }

    @Test
    void areCertifiedByTwoPeopleWhoSeeOneSideEach() {
        Receipt receipt = people.assigned();
        Person first = people.certifier();
        Person second = people.certifier();

        assertThat(people.certify(first, receipt, GROUNDS)).isEqualTo(new Done());
        assertThat(people.order(people.budgetHolder(), receipt)).isEqualTo(refused(Refusal.NOT_CERTIFIED));
        assertThat(people.certify(second, receipt)).isEqualTo(refused(Refusal.ALREADY_CERTIFIED));
        assertThat(people.certify(second, receipt, SUMS)).isEqualTo(new Done());

        assertThat(towns.in(TOWN, () -> certifications.of(people.now(receipt))))
                .extracting(Certification::subject, Certification::by)
                .containsExactlyInAnyOrder(tuple(GROUNDS, account(first)), tuple(SUMS, account(second)));
        assertThat(people.order(people.budgetHolder(), receipt)).isEqualTo(new Done());
    }

    @Test
    void refuseWhoHasNoPower() {
        Receipt receipt = people.assigned();
        Person clerk = people.person("bauamt", Role.CLERK);
        people.power(clerk, PowerKind.ORDER, Terms.unlimited());
        Person treasurer = people.person("bauamt", Role.TREASURER);
        people.power(treasurer, PowerKind.CERTIFY, Terms.unlimited());

        assertThat(people.certify(clerk, receipt)).isEqualTo(refused(Refusal.NO_POWER));
        assertThat(people.order(clerk, receipt)).isEqualTo(refused(Refusal.NOT_ALLOWED));
        assertThat(people.certify(treasurer, receipt)).isEqualTo(refused(Refusal.NOT_ALLOWED));
        assertUntouched(receipt);
    }

    @Test
    void refuseAPowerThatIsOverOrNotYetBegun() {
        Receipt receipt = people.assigned();
        Person former = people.person("bauamt", Role.CLERK);
        people.power(former, PowerKind.CERTIFY, Terms.unlimited().until(LocalDate.of(2024, 12, 31)));
        Person future = people.person("bauamt", Role.CLERK);
        people.power(future, PowerKind.CERTIFY, Terms.unlimited().from(LocalDate.of(2999, 1, 1)));

        assertThat(people.certify(former, receipt)).isEqualTo(refused(Refusal.POWER_EXPIRED));
        assertThat(people.certify(future, receipt)).isEqualTo(refused(Refusal.POWER_EXPIRED));
        assertUntouched(receipt);
    }

    @Test
    void refuseAPowerForAnotherOffice() {
        Receipt receipt = people.assigned();
        Person elsewhere = people.person("bauamt", Role.CLERK, Role.BUDGET_HOLDER);
        people.power(elsewhere, PowerKind.CERTIFY, Terms.unlimited().in("sozialamt"));
        people.power(elsewhere, PowerKind.ORDER, Terms.unlimited().in("sozialamt"));

        assertThat(people.certify(elsewhere, receipt)).isEqualTo(refused(Refusal.OTHER_OFFICE));
        people.certify(people.certifier(), receipt);
        assertThat(people.order(elsewhere, receipt)).isEqualTo(refused(Refusal.OTHER_OFFICE));
    }

    @Test
    void refuseAnAmountAboveTheLimit() {
        Receipt receipt = people.assigned();
        Person below = people.person("bauamt", Role.CLERK, Role.BUDGET_HOLDER);
        people.power(below, PowerKind.CERTIFY, Terms.unlimited().upTo(PAYABLE - 1));
        people.power(below, PowerKind.ORDER, Terms.unlimited().upTo(PAYABLE - 1));
        Person exact = people.person("bauamt", Role.BUDGET_HOLDER);
        people.power(exact, PowerKind.ORDER, Terms.unlimited().upTo(PAYABLE));

        assertThat(people.certify(below, receipt)).isEqualTo(refused(Refusal.OVER_LIMIT));
        people.certify(people.certifier(), receipt);
        assertThat(people.order(below, receipt)).isEqualTo(refused(Refusal.OVER_LIMIT));
        assertThat(people.order(exact, receipt)).isEqualTo(new Done());
    }

    @Test
    void refuseTheSamePersonTwice() {
        Receipt receipt = people.assigned();
        Person both = people.both();

        people.certify(both, receipt, SUMS);
        people.certify(people.certifier(), receipt, GROUNDS);

        assertThat(people.order(both, receipt)).isEqualTo(refused(Refusal.SAME_PERSON));
        assertThat(people.now(receipt).station()).isEqualTo(Station.ASSIGNED);
        assertThat(behind.count(
                        "payment_order where case_id = ?", receipt.caseId().value()))
                .isZero();
    }

    @Test
    void refuseAnOrderOfWhatNobodyHasCertified() {
        Receipt receipt = people.assigned();

        assertThat(people.order(people.budgetHolder(), receipt)).isEqualTo(refused(Refusal.NOT_CERTIFIED));
    }

    @Test
    void refuseADecisionAboutAnotherRoundOrDocument() {
        Receipt receipt = people.assigned();
        Person clerk = people.certifier();
        Seen now = people.seen(receipt);

        for (Seen other :
                Set.of(new Seen(now.round() + 1, now.document()), new Seen(now.round(), Sha256.of(new byte[] {1})))) {
            assertThat(certify(clerk, receipt, other)).isEqualTo(refused(Refusal.STALE));
        }
        assertThat(certify(clerk, receipt, now)).isEqualTo(new Done());
        assertThat(order(people.budgetHolder(), receipt, new Seen(now.round(), Sha256.of(new byte[] {1}))))
                .isEqualTo(refused(Refusal.STALE));
    }

    @Test
    void refuseWhatIsAtAnotherStation() {
        Receipt waiting = people.received(anInvoice().to("991-33333TEST-33").number("X-" + UUID.randomUUID()));
        mark(waiting, Mark.OPEN);
        Receipt ordered = people.assigned();
        people.certify(people.certifier(), ordered);
        people.order(people.budgetHolder(), ordered);

        assertThat(people.certify(people.certifier(), waiting)).isEqualTo(refused(Refusal.WRONG_STATION));
        assertThat(people.certify(people.certifier(), ordered)).isEqualTo(refused(Refusal.WRONG_STATION));
        assertThat(people.order(people.budgetHolder(), ordered)).isEqualTo(refused(Refusal.WRONG_STATION));
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_HOLD", "QUERY", "REFUSED"})
    void refuseWhatIsMarked(Mark mark) {
        Receipt receipt = people.assigned();
        people.certify(people.certifier(), receipt, SUMS);
        mark(receipt, mark);
        Refusal reason = Refusal.valueOf(mark == Mark.QUERY ? "QUERY_OPEN" : mark.name());

        assertThat(people.certify(people.certifier(), receipt, GROUNDS)).isEqualTo(refused(reason));
        assertThat(people.order(people.budgetHolder(), receipt)).isEqualTo(refused(reason));
    }

    @Test
    void refuseACaseThatDoesNotExist() {
        ReceiptNumber number = new ReceiptNumber("ANS-2026-9999999-00");
        Seen seen = new Seen(1, Sha256.of(new byte[0]));

        assertThat(towns.in(TOWN, () -> certify.certify(people.certifier(), number, seen, Set.of(SUMS))))
                .isEqualTo(refused(Refusal.NO_SUCH_CASE));
    }

    @Test
    void transferNothingForACreditNote() {
        Receipt receipt =
                people.assigned(AnInvoice.sample("good/ubl-07-gutschrift.xml").number("GS-" + UUID.randomUUID()));
        people.certify(people.certifier(), receipt);

        assertThat(people.order(people.budgetHolder(), receipt)).isEqualTo(new Done());
        assertThat(behind.count(
                        "payment_order where case_id = ? and transfer_cents is null and iban is null and no_transfer = 'NOTHING_TO_PAY'",
                        receipt.caseId().value()))
                .isEqualTo(1);
    }

    @Test
    void letAPersonChooseTheAccount() {
        Receipt receipt =
                people.assigned(AnInvoice.sample("good/ubl-12-zwei-konten.xml").number("GW-" + UUID.randomUUID()));
        people.certify(people.certifier(), receipt);
        Person budgetHolder = people.budgetHolder();

        assertThat(towns.in(TOWN, () -> transfers.preview(receipt.receiptNumber(), Optional.empty())))
                .hasValueSatisfying(payout -> assertThat(payout).isInstanceOf(Payout.Unclear.class));
        assertThat(people.order(budgetHolder, receipt)).isEqualTo(refused(Refusal.AMBIGUOUS_ACCOUNT));
        assertThat(people.order(budgetHolder, receipt, Optional.of("DE02120300000000202051")))
                .isEqualTo(refused(Refusal.UNKNOWN_ACCOUNT));
        assertThat(people.order(budgetHolder, receipt, Optional.of("DE50999000080000000088")))
                .isEqualTo(new Done());
        assertThat(behind.count(
                        "payment_order where case_id = ? and iban = 'DE50999000080000000088'",
                        receipt.caseId().value()))
                .isEqualTo(1);
    }

    @Test
    void certifyWhatIsNoInvoiceButCannotOrderIt() {
        Receipt receipt = towns.receive(TOWN);
        towns.awaitChecked(TOWN, receipt.caseId());
        Person triage = people.person("poststelle", Role.CLERK);
        towns.in(
                TOWN,
                () -> assign.assign(
                        triage, receipt.receiptNumber(), people.office("bauamt").id()));
        Person limited = people.person("bauamt", Role.CLERK);
        people.power(limited, PowerKind.CERTIFY, Terms.unlimited().upTo(1_000_000));

        assertThat(people.certify(limited, receipt)).isEqualTo(refused(Refusal.NOT_COMPARABLE));
        assertThat(people.certify(people.certifier(), receipt)).isEqualTo(new Done());
        assertThat(people.order(people.budgetHolder(), receipt)).isEqualTo(refused(Refusal.NO_READABLE_INVOICE));
    }

    @Test
    void orderWhatAPersonHasAssignedThoughTheCheckFoundErrors() {
        Receipt receipt = people.received(anInvoice()
                .to(Signatories.BAUAMT)
                .first("(?s)<cac:Contact>\\s*<cbc:Name>Jutta Sonnberg</cbc:Name>.*?</cac:Contact>", ""));
        Person triage = people.person("poststelle", Role.CLERK);
        towns.in(
                TOWN,
                () -> assign.assign(
                        triage, receipt.receiptNumber(), people.office("bauamt").id()));

        assertThat(people.certify(people.certifier(), receipt)).isEqualTo(new Done());
        assertThat(people.order(people.budgetHolder(), receipt)).isEqualTo(new Done());
    }

    private Decision certify(Person person, Receipt receipt, Seen seen) {
        return towns.in(TOWN, () -> certify.certify(person, receipt.receiptNumber(), seen, Set.of(GROUNDS, SUMS)));
    }

    private Decision order(Person person, Receipt receipt, Seen seen) {
        return towns.in(TOWN, () -> order.order(person, receipt.receiptNumber(), seen, Optional.empty()));
    }

    private void mark(Receipt receipt, Mark mark) {
        towns.in(
                TOWN,
                () -> transaction.execute(status -> {
                    var now = cases.get(receipt.caseId());
                    return cases.move(now, now.station(), mark);
                }));
    }

    private void assertUntouched(Receipt receipt) {
        assertThat(people.history(receipt)).endsWith("InvoiceAssigned");
        assertThat(behind.count(
                        "certification where case_id = ?", receipt.caseId().value()))
                .isZero();
    }

    private static UUID account(Person person) {
        return person.account().orElseThrow();
    }

    private static Refused refused(Refusal reason) {
        return new Refused(reason);
    }
}
