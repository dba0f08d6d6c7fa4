package org.rechnungseingang.service.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.service.town.AnInvoice.anInvoice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.Entry;
import org.rechnungseingang.service.journal.Journal;
import org.rechnungseingang.service.people.Offices;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.SignedIn;
import org.rechnungseingang.service.routing.AssignOutcome.Done;
import org.rechnungseingang.service.routing.AssignOutcome.Merged;
import org.rechnungseingang.service.routing.AssignOutcome.Refused;
import org.rechnungseingang.service.town.AnInvoice;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.support.TransactionTemplate;

@WithTwoTowns
class AssignCaseIT {

    private static final String TOWN = "anstadt";
    private static final String BAUAMT = "04011000-1234512345-06";
    private static final String FOREIGN = "991-33333TEST-33";

    @Autowired
    private Towns towns;

    @Autowired
    private AssignCase assign;

    @Autowired
    private InvoiceCases cases;

    @Autowired
    private Assignments assignments;

    @Autowired
    private TriageDesk desk;

    @Autowired
    private Offices offices;

    @Autowired
    private Journal journal;

    @Autowired
    private UserDetailsService accounts;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void takesAnInvoiceFromTheDeskToAnOffice() {
        Receipt receipt = receive(anInvoice().to(FOREIGN));

        AssignOutcome outcome = assign("triage", receipt, office("sozialamt"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Done.class, done -> assertThat(done.office().name()).isEqualTo("Sozialamt"));
        assertAssigned(receipt, "sozialamt", 1);
        assertThat(history(receipt)).endsWith("InvoiceNotAssigned", "InvoiceAssigned");
    }

    @Test
    void givesWhatIsNoInvoiceToAnOffice() {
        Receipt receipt = towns.receive(TOWN);
        towns.awaitChecked(TOWN, receipt.caseId());

        assertThat(assign("triage", receipt, office("bauamt"))).isInstanceOf(Done.class);
        assertAssigned(receipt, "bauamt", 1);
    }

    @Test
    void mergesWhatIsThereAlready() {
        AnInvoice invoice = anInvoice().to(BAUAMT);
        Receipt first = receive(invoice);
        // Without the seller's contact the check refuses it (BR-DE-2), so no key was claimed.
        Receipt wrong =
                receive(invoice.first("(?s)<cac:Contact>\\s*<cbc:Name>Jutta Sonnberg</cbc:Name>.*?</cac:Contact>", ""));
        assertThat(waiting(wrong).cause()).isEqualTo(TriageCause.NOT_ACCEPTED);

        assertThat(assign("triage", wrong, office("bauamt"))).isEqualTo(new Merged(first.receiptNumber()));
        assertThat(invoiceCase(wrong).mark()).isEqualTo(Mark.MERGED);
        assertThat(towns.in(TOWN, () -> desk.find(wrong.caseId()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "budget-holder", "clerk-without-office", "treasurer", "auditor", "supplier"})
    void refusesWhoeverIsNotAtTheDesk(String login) {
        Receipt receipt = receive(anInvoice().to(FOREIGN));

        assertThat(assign(login, receipt, office("bauamt"))).isEqualTo(new Refused(AssignRefusal.NOT_ALLOWED));
        assertThat(waiting(receipt).cause()).isEqualTo(TriageCause.NOT_OURS);
    }

    @Test
    void refusesWhatDoesNotExist() {
        Receipt receipt = receive(anInvoice().to(FOREIGN));

        assertThat(assign("triage", receipt, UUID.randomUUID())).isEqualTo(new Refused(AssignRefusal.NO_SUCH_OFFICE));
        assertThat(towns.in(
                        TOWN,
                        () -> assign.assign(
                                person("triage"), new ReceiptNumber("ANS-2026-9999999-00"), office("bauamt"))))
                .isEqualTo(new Refused(AssignRefusal.NO_SUCH_CASE));
    }

    @Test
    void waitsForTheSuppliersAnswer() {
        Receipt receipt = receive(anInvoice().to(FOREIGN));
        towns.in(
                TOWN,
                () -> transaction.execute(
                        status -> cases.move(cases.get(receipt.caseId()), Station.CHECKED, Mark.QUERY)));

        assertThat(assign("triage", receipt, office("bauamt"))).isEqualTo(new Refused(AssignRefusal.QUERY_OPEN));
    }

    @Test
    void handsAnAssignedCaseOverInANewRound() {
        Receipt receipt = receive(anInvoice().to(BAUAMT));

        assertThat(assign("clerk-elsewhere", receipt, office("sozialamt")))
                .isEqualTo(new Refused(AssignRefusal.NOT_ALLOWED));
        assertThat(assign("clerk", receipt, office("bauamt"))).isEqualTo(new Refused(AssignRefusal.SAME_OFFICE));
        assertThat(assign("clerk", receipt, office("sozialamt"))).isInstanceOf(Done.class);
        assertAssigned(receipt, "sozialamt", 2);
    }

    @Test
    void isLateWhenTheCaseHasBeenRefused() {
        Receipt receipt = receive(anInvoice().to(BAUAMT));
        towns.in(
                TOWN,
                () -> transaction.execute(
                        status -> cases.move(cases.get(receipt.caseId()), Station.ASSIGNED, Mark.REFUSED)));

        assertThat(assign("clerk", receipt, office("sozialamt"))).isEqualTo(new Refused(AssignRefusal.MOVED_ON));
    }

    @Test
    void letsOneOfManyAtOnceDecide() throws Exception {
        Receipt receipt = receive(anInvoice().to(FOREIGN));
        Callable<AssignOutcome> decide = () -> assign("triage", receipt, office("bauamt"));
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Future<AssignOutcome>> outcomes = threads.invokeAll(java.util.Collections.nCopies(10, decide));
            int done = 0;
            for (Future<AssignOutcome> outcome : outcomes) {
                done += outcome.get() instanceof Done ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(history(receipt)).filteredOn("InvoiceAssigned"::equals).hasSize(1);
    }

    private void assertAssigned(Receipt receipt, String office, int round) {
        InvoiceCase now = invoiceCase(receipt);
        assertThat(now.station()).isEqualTo(Station.ASSIGNED);
        assertThat(now.mark()).isEqualTo(Mark.OPEN);
        assertThat(now.round()).isEqualTo(round);
        assertThat(towns.in(TOWN, () -> assignments.officeOf(receipt.caseId()))).isEqualTo(Optional.of(office(office)));
        assertThat(towns.in(TOWN, () -> desk.find(receipt.caseId()))).isEmpty();
    }

    private AssignOutcome assign(String login, Receipt receipt, UUID office) {
        return towns.in(TOWN, () -> assign.assign(person(login), receipt.receiptNumber(), office));
    }

    private Person person(String login) {
        return towns.in(TOWN, () -> ((SignedIn) accounts.loadUserByUsername(login)).person());
    }

    private Receipt receive(AnInvoice invoice) {
        Receipt receipt = towns.receive(TOWN, invoice.bytes());
        towns.awaitChecked(TOWN, receipt.caseId());
        return receipt;
    }

    private InvoiceCase invoiceCase(Receipt receipt) {
        return towns.in(TOWN, () -> cases.get(receipt.caseId()));
    }

    private UUID office(String key) {
        return towns.in(TOWN, () -> offices.ofKey(key)).orElseThrow().id();
    }

    private WaitingCase waiting(Receipt receipt) {
        return towns.in(TOWN, () -> desk.find(receipt.caseId())).orElseThrow();
    }

    private List<String> history(Receipt receipt) {
        return towns.in(TOWN, () -> journal.of(receipt.caseId())).stream()
                .map(Entry::kind)
                .toList();
    }
}
