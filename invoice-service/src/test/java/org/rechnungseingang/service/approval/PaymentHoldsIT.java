package org.rechnungseingang.service.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rechnungseingang.service.approval.Signatories.BAUAMT;
import static org.rechnungseingang.service.approval.Signatories.TOWN;
import static org.rechnungseingang.service.town.AnInvoice.anInvoice;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.approval.Decision.Done;
import org.rechnungseingang.service.approval.Decision.Refused;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.Entry;
import org.rechnungseingang.service.journal.Journal;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.Role;
import org.rechnungseingang.service.routing.AssignCase;
import org.rechnungseingang.service.routing.AssignOutcome;
import org.rechnungseingang.service.town.APdf;
import org.rechnungseingang.service.town.AnInvoice;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.Verdicts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Nobody pays by mistake what the check has put in doubt; a person lifts the hold with a note. */
@WithTwoTowns
class PaymentHoldsIT {

    private static final String WRONG_IBAN = "DE91999000010004711001";

    private Signatories people;

    @Autowired
    private LiftHold lift;

    @Autowired
    private AskSupplier ask;

    @Autowired
    private SettleQuery settle;

    @Autowired
    private AssignCase assign;

    @Autowired
    private Remarks remarks;

    @Autowired
    private Verdicts verdicts;

    @Autowired
    private Journal journal;

    @Autowired
    private Towns towns;

    @BeforeEach
    void gather(@Autowired AutowireCapableBeanFactory beans) {
        people = beans.createBean(Signatories.class);
    }

    @Test
    void holdAPdfThatAsksForAnotherTotalThanItsInvoice() {
        Receipt receipt = forged();

        assertHeld(receipt);
        assertThat(towns.in(TOWN, () -> verdicts.latestOutcome(receipt.caseId())))
                .contains(CheckOutcome.ACCEPT);
        assertThat(people.history(receipt)).endsWith("InvoiceChecked", "InvoiceAssigned", "PaymentHeld");
        assertThat(towns.in(TOWN, () -> journal.of(receipt.caseId())))
                .last()
                .extracting(Entry::payload)
                .asString()
                .contains("OWN-PDF-TOTAL");
    }

    @Test
    void holdAnInvoiceWhoseIbanIsWrongWhicheverRuleSaysSo() {
        // The official rules look at SEPA transfers only (BR-DE-19), our own checks at all others.
        AnInvoice wrong = anInvoice().with("DE90999000010004711001", WRONG_IBAN);
        AnInvoice other =
                wrong.number("RE-" + System.nanoTime()).with("<cbc:PaymentMeansCode>58<", "<cbc:PaymentMeansCode>30<");

        assertHeld(people.assigned(wrong));
        assertHeld(people.assigned(other));
    }

    @Test
    void keepAnybodyFromCertifyingAndOrdering() {
        Receipt receipt = forged();

        assertThat(people.certify(people.certifier(), receipt)).isEqualTo(new Refused(Refusal.ON_HOLD));
        assertThat(people.order(people.budgetHolder(), receipt)).isEqualTo(new Refused(Refusal.ON_HOLD));
    }

    @Test
    void areLiftedByAPersonWithANote() {
        Receipt receipt = forged();
        Person clerk = people.certifier();

        assertThat(lift(clerk, receipt, " ")).isEqualTo(new Refused(Refusal.NO_TEXT));
        assertThat(lift(people.person("bauamt", Role.CLERK), receipt, "Stimmt."))
                .isEqualTo(new Refused(Refusal.NO_POWER));
        assertThat(lift(clerk, receipt, " Mit Frau Sonnberg telefoniert. ")).isEqualTo(new Done());

        assertThat(people.now(receipt).mark()).isEqualTo(Mark.OPEN);
        assertThat(towns.in(TOWN, () -> remarks.of(receipt.caseId())))
                .extracting(Remark::kind, Remark::text)
                .containsExactly(tuple(Remark.Kind.HOLD_LIFTED, "Mit Frau Sonnberg telefoniert."));
        assertThat(people.history(receipt)).endsWith("PaymentHeld", "PaymentHoldLifted");
        assertThat(lift(clerk, receipt, "Noch einmal.")).isEqualTo(new Refused(Refusal.NO_HOLD));
        assertThat(people.certify(clerk, receipt)).isEqualTo(new Done());
        assertThat(people.order(people.budgetHolder(), receipt)).isEqualTo(new Done());
    }

    @Test
    void areNoneWhereNothingIsInDoubt() {
        Receipt receipt = people.assigned();

        assertThat(people.now(receipt).mark()).isEqualTo(Mark.OPEN);
        assertThat(people.history(receipt)).doesNotContain("PaymentHeld");
        assertThat(lift(people.certifier(), receipt, "Stimmt.")).isEqualTo(new Refused(Refusal.NO_HOLD));
    }

    @Test
    void outlastAQuestionToTheSupplier() {
        Receipt receipt = forged();
        Person clerk = people.certifier();

        assertThat(towns.in(
                        TOWN,
                        () -> ask.ask(clerk, receipt.receiptNumber(), people.seen(receipt), "Welcher Betrag gilt?")))
                .isEqualTo(new Done());
        assertThat(lift(clerk, receipt, "Ich weiß es schon.")).isEqualTo(new Refused(Refusal.QUERY_OPEN));
        assertThat(towns.in(
                        TOWN, () -> settle.settle(clerk, receipt.receiptNumber(), people.seen(receipt), "Der im XML.")))
                .isEqualTo(new Done());

        assertHeld(receipt);
        assertThat(lift(clerk, receipt, "Der im XML.")).isEqualTo(new Done());
    }

    @Test
    void goAlongToAnotherOffice() {
        Receipt receipt = forged();
        Person clerk = people.certifier();

        assertThat(towns.in(
                        TOWN,
                        () -> assign.assign(
                                clerk,
                                receipt.receiptNumber(),
                                people.office("sozialamt").id())))
                .isInstanceOf(AssignOutcome.Done.class);

        assertHeld(receipt);
        assertThat(lift(clerk, receipt, "Stimmt.")).isEqualTo(new Refused(Refusal.OTHER_OFFICE));
    }

    @Test
    void comeWithAnInvoiceThatTheTriageDeskHasAssigned() {
        Receipt receipt =
                received(APdf.saying("IBAN DE75 5121 0800 1245 1261 99").to("991-33333TEST-33"));
        Person triage = people.person("poststelle", Role.CLERK);

        assertThat(people.now(receipt).station()).isEqualTo(Station.CHECKED);
        towns.in(
                TOWN,
                () -> assign.assign(
                        triage, receipt.receiptNumber(), people.office("bauamt").id()));

        assertHeld(receipt);
    }

    private void assertHeld(Receipt receipt) {
        InvoiceCase now = people.now(receipt);
        assertThat(now.station()).isEqualTo(Station.ASSIGNED);
        assertThat(now.mark()).isEqualTo(Mark.ON_HOLD);
    }

    private Receipt forged() {
        return received(APdf.saying("Zu zahlen: 99.999,00 EUR").to(BAUAMT));
    }

    private Receipt received(APdf pdf) {
        Receipt receipt = towns.receive(TOWN, pdf.numberedAnew().bytes());
        towns.awaitChecked(TOWN, receipt.caseId());
        return receipt;
    }

    private Decision lift(Person person, Receipt receipt, String note) {
        return towns.in(TOWN, () -> lift.lift(person, receipt.receiptNumber(), people.seen(receipt), note));
    }
}
