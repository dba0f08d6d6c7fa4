package org.rechnungseingang.service.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rechnungseingang.service.approval.InvoiceCertified.Subject.GROUNDS;
import static org.rechnungseingang.service.approval.Signatories.TOWN;
import static org.rechnungseingang.service.town.AnInvoice.anInvoice;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rechnungseingang.service.approval.Decision.Done;
import org.rechnungseingang.service.approval.Decision.Refused;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.Role;
import org.rechnungseingang.service.routing.TriageDesk;
import org.rechnungseingang.service.town.AnInvoice;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Refusing, asking and sending back. */
@WithTwoTowns
class RemarksIT {

    private Signatories people;

    @Autowired
    private RefuseInvoice refuse;

    @Autowired
    private AskSupplier ask;

    @Autowired
    private SettleQuery settle;

    @Autowired
    private SendBack sendBack;

    @Autowired
    private ReopenOrder reopen;

    @Autowired
    private Remarks remarks;

    @Autowired
    private TriageDesk desk;

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
    void refuseAnInvoiceAndFreeItsNumber() {
        AnInvoice invoice = anInvoice();
        Receipt wrong = people.assigned(invoice);

        assertThat(refuse(people.certifier(), wrong, " Nicht bestellt. ")).isEqualTo(new Done());

        assertThat(people.now(wrong).mark()).isEqualTo(Mark.REFUSED);
        assertThat(people.history(wrong)).endsWith("InvoiceRefused");
        assertThat(towns.in(TOWN, () -> remarks.of(wrong.caseId())))
                .extracting(Remark::kind, Remark::round, Remark::text)
                .containsExactly(tuple(Remark.Kind.REFUSED, 1, "Nicht bestellt."));
        Receipt right = people.assigned(invoice.with("Jutta Sonnberg", "J. Sonnberg"));
        assertThat(people.now(right).mark()).isEqualTo(Mark.OPEN);
    }

    @Test
    void refuseAtTheTriageDesk() {
        Receipt receipt = people.received(anInvoice().to("991-33333TEST-33"));

        assertThat(refuse(people.both(), receipt, "Nicht unsere.")).isEqualTo(refused(Refusal.NOT_ALLOWED));
        assertThat(refuse(people.person("poststelle", Role.CLERK), receipt, "Nicht unsere."))
                .isEqualTo(new Done());
        assertThat(people.now(receipt).station()).isEqualTo(Station.CHECKED);
        assertThat(people.now(receipt).mark()).isEqualTo(Mark.REFUSED);
        assertThat(towns.in(TOWN, () -> desk.find(receipt.caseId()))).isEmpty();
        assertThat(behind.count(
                        "live_invoice where case_id = ?", receipt.caseId().value()))
                .isZero();
    }

    @Test
    void wantAReasonThatCanBeRead() {
        Receipt receipt = people.assigned();

        assertThat(refuse(people.certifier(), receipt, " \n")).isEqualTo(refused(Refusal.NO_TEXT));
        assertThat(refuse(people.certifier(), receipt, "x".repeat(2_001))).isEqualTo(refused(Refusal.TEXT_TOO_LONG));
        assertThat(refuse(people.certifier(), receipt, "x".repeat(2_000))).isEqualTo(new Done());
    }

    @Test
    void comeFromWhoeverHasAPowerForTheOffice() {
        Receipt receipt = people.assigned();
        Person elsewhere = people.person("sozialamt", Role.CLERK);
        people.power(elsewhere, PowerKind.CERTIFY, Terms.unlimited().in("sozialamt"));
        Person small = people.person("bauamt", Role.CLERK);
        people.power(small, PowerKind.CERTIFY, Terms.unlimited().in("bauamt").upTo(1));

        assertThat(refuse(people.person("bauamt", Role.CLERK), receipt, "Nein."))
                .isEqualTo(refused(Refusal.NO_POWER));
        assertThat(refuse(elsewhere, receipt, "Nein.")).isEqualTo(refused(Refusal.OTHER_OFFICE));
        assertThat(refuse(people.person("bauamt", Role.TREASURER), receipt, "Nein."))
                .isEqualTo(refused(Refusal.NO_POWER));
        assertThat(refuse(small, receipt, "Nein.")).isEqualTo(new Done());
    }

    @Test
    void comeTooLateForAnOrder() {
        Receipt receipt = ordered();

        assertThat(refuse(people.certifier(), receipt, "Nein.")).isEqualTo(refused(Refusal.WRONG_STATION));
        assertThat(sendBack(people.certifier(), receipt)).isEqualTo(refused(Refusal.WRONG_STATION));
        assertThat(ask(people.certifier(), receipt)).isEqualTo(refused(Refusal.WRONG_STATION));
    }

    @Test
    void countForWhatWasSeenOnly() {
        Receipt receipt = people.assigned();
        Seen now = people.seen(receipt);

        assertThat(towns.in(
                        TOWN,
                        () -> refuse.refuse(
                                people.certifier(),
                                receipt.receiptNumber(),
                                new Seen(now.round() + 1, now.document()),
                                "Nein.")))
                .isEqualTo(refused(Refusal.STALE));
    }

    @Test
    void askTheSupplierAndGoOnWithTheAnswer() {
        Receipt receipt = people.assigned();
        Person clerk = people.certifier();

        assertThat(settle(clerk, receipt)).isEqualTo(refused(Refusal.NO_QUERY));
        assertThat(ask(clerk, receipt)).isEqualTo(new Done());
        assertThat(people.now(receipt).mark()).isEqualTo(Mark.QUERY);
        assertThat(ask(clerk, receipt)).isEqualTo(refused(Refusal.QUERY_OPEN));
        assertThat(settle(clerk, receipt)).isEqualTo(new Done());
        assertThat(people.now(receipt).mark()).isEqualTo(Mark.OPEN);
        assertThat(people.history(receipt)).endsWith("SupplierQueried", "QueryAnswered");
    }

    @Test
    void leaveACaseAtTheDeskAfterTheAnswer() {
        Receipt receipt = people.received(anInvoice().to("991-33333TEST-33"));
        Person triage = people.person("poststelle", Role.CLERK);

        assertThat(ask(triage, receipt)).isEqualTo(new Done());
        assertThat(people.now(receipt).mark()).isEqualTo(Mark.QUERY);
        assertThat(settle(triage, receipt)).isEqualTo(new Done());
        assertThat(people.now(receipt).mark()).isEqualTo(Mark.ON_HOLD);
        assertThat(towns.in(TOWN, () -> desk.find(receipt.caseId()))).isPresent();
    }

    @Test
    void takeACertificationBackInANewRound() {
        Receipt receipt = people.assigned();
        Person clerk = people.certifier();

        assertThat(sendBack(clerk, receipt)).isEqualTo(refused(Refusal.NOTHING_TO_TAKE_BACK));
        people.certify(clerk, receipt, GROUNDS);
        assertThat(sendBack(people.budgetHolder(), receipt)).isEqualTo(new Done());

        InvoiceCase now = people.now(receipt);
        assertThat(now.round()).isEqualTo(2);
        assertThat(now.station()).isEqualTo(Station.ASSIGNED);
        assertThat(people.order(people.budgetHolder(), receipt)).isEqualTo(refused(Refusal.NOT_CERTIFIED));
        assertThat(people.certify(clerk, receipt)).isEqualTo(new Done());
        assertThat(people.order(people.budgetHolder(), receipt)).isEqualTo(new Done());
        assertThat(people.history(receipt))
                .endsWith("InvoiceCertified", "InvoiceSentBack", "InvoiceCertified", "InvoiceOrdered");
        assertThat(behind.count(
                        "certification where case_id = ?", receipt.caseId().value()))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDERED", "PAID"})
    void reopenAnOrderThatIsOnHold(Station station) {
        Receipt receipt = ordered();
        Person budgetHolder = people.budgetHolder();

        assertThat(reopen(budgetHolder, receipt)).isEqualTo(refused(Refusal.WRONG_STATION));
        towns.in(
                TOWN,
                () -> transaction.execute(status -> cases.move(cases.get(receipt.caseId()), station, Mark.ON_HOLD)));
        assertThat(reopen(budgetHolder, receipt)).isEqualTo(new Done());

        assertThat(people.now(receipt).station()).isEqualTo(Station.ASSIGNED);
        assertThat(people.now(receipt).mark()).isEqualTo(Mark.OPEN);
        assertThat(people.now(receipt).round()).isEqualTo(2);
        assertThat(people.order(budgetHolder, receipt)).isEqualTo(refused(Refusal.NOT_CERTIFIED));
    }

    private Receipt ordered() {
        Receipt receipt = people.assigned();
        people.certify(people.certifier(), receipt);
        assertThat(people.order(people.budgetHolder(), receipt)).isEqualTo(new Done());
        return receipt;
    }

    private Decision refuse(Person person, Receipt receipt, String reason) {
        return towns.in(TOWN, () -> refuse.refuse(person, receipt.receiptNumber(), people.seen(receipt), reason));
    }

    private Decision ask(Person person, Receipt receipt) {
        return towns.in(TOWN, () -> ask.ask(person, receipt.receiptNumber(), people.seen(receipt), "Welche Menge?"));
    }

    private Decision settle(Person person, Receipt receipt) {
        return towns.in(TOWN, () -> settle.settle(person, receipt.receiptNumber(), people.seen(receipt), "Zwölf."));
    }

    private Decision sendBack(Person person, Receipt receipt) {
        return towns.in(
                TOWN, () -> sendBack.sendBack(person, receipt.receiptNumber(), people.seen(receipt), "Verzählt."));
    }

    private Decision reopen(Person person, Receipt receipt) {
        return towns.in(
                TOWN, () -> reopen.reopen(person, receipt.receiptNumber(), people.seen(receipt), "Abgewiesen."));
    }

    private static Refused refused(Refusal reason) {
        return new Refused(reason);
    }
}
