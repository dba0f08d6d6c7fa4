package org.rechnungseingang.service.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rechnungseingang.service.town.AnInvoice.anInvoice;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.Entry;
import org.rechnungseingang.service.journal.Journal;
import org.rechnungseingang.service.people.Offices;
import org.rechnungseingang.service.routing.RoutingProperties.Rule;
import org.rechnungseingang.service.routing.RoutingProperties.Town;
import org.rechnungseingang.service.tenant.Tenants;
import org.rechnungseingang.service.town.AnInvoice;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.rechnungseingang.service.work.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@WithTwoTowns
class AssignInvoiceIT {

    private static final String TOWN = "anstadt";
    private static final String BAUAMT = "04011000-1234512345-06";
    private static final int PAIRS = 10;

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @Autowired
    private InvoiceCases cases;

    @Autowired
    private Assignments assignments;

    @Autowired
    private BusinessKeys keys;

    @Autowired
    private TriageDesk desk;

    @Autowired
    private Offices offices;

    @Autowired
    private Journal journal;

    @Autowired
    private AssignInvoice stage;

    @Autowired
    private SettleAssignment settle;

    @Autowired
    private RoutingRules rules;

    @Autowired
    private RulesFromConfiguration configuration;

    @Autowired
    private Tenants tenants;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void bringsAnInvoiceToTheOfficeOfItsRoutingId() {
        Receipt receipt = receive(anInvoice().to(BAUAMT));

        assertThat(invoiceCase(receipt).station()).isEqualTo(Station.ASSIGNED);
        assertThat(invoiceCase(receipt).mark()).isEqualTo(Mark.OPEN);
        assertThat(officeOf(receipt)).isEqualTo(office("bauamt"));
        assertThat(history(receipt)).containsExactly("InvoiceReceived", "InvoiceChecked", "InvoiceAssigned");
        assertThat(towns.in(TOWN, () -> desk.find(receipt.caseId()))).isEmpty();
    }

    @Test
    void followsTheConfiguredRules() {
        Receipt receipt = receive(anInvoice().to("soz").order("soz-4711"));

        assertThat(officeOf(receipt)).isEqualTo(office("sozialamt"));
    }

    @ParameterizedTest
    @CsvSource({
        "04011000-1234512345-07, WRONG_CHECK_DIGITS",
        "buero@anstadt.example, MAIL_ADDRESS",
        "991-33333TEST-33, NOT_OURS"
    })
    void putsOnTheDeskWhatBelongsNowhere(String routingId, TriageCause cause) {
        Receipt receipt = receive(anInvoice().to(routingId));

        assertThat(invoiceCase(receipt).station()).isEqualTo(Station.CHECKED);
        assertThat(invoiceCase(receipt).mark()).isEqualTo(Mark.ON_HOLD);
        assertThat(towns.in(TOWN, desk::waiting))
                .filteredOn(waiting -> waiting.caseId().equals(receipt.caseId()))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.receiptNumber()).isEqualTo(receipt.receiptNumber());
                    assertThat(waiting.cause()).isEqualTo(cause);
                    assertThat(waiting.detail()).isEqualTo(routingId);
                });
        assertThat(history(receipt)).endsWith("InvoiceNotAssigned");
    }

    @Test
    void putsOnTheDeskWhatTheCheckDidNotAccept() {
        Receipt receipt = towns.receive(TOWN);
        towns.awaitChecked(TOWN, receipt.caseId());

        assertThat(waiting(receipt).cause()).isEqualTo(TriageCause.NOT_ACCEPTED);
        assertThat(invoiceCase(receipt).mark()).isEqualTo(Mark.ON_HOLD);
    }

    @Test
    void mergesTheSameInvoiceInOtherBytesIntoTheFirst() {
        AnInvoice invoice = anInvoice().to(BAUAMT);
        Receipt first = receive(invoice);
        Receipt second = receive(invoice.with("Jutta Sonnberg", "J. Sonnberg"));

        assertThat(invoiceCase(first).station()).isEqualTo(Station.ASSIGNED);
        assertThat(invoiceCase(second).station()).isEqualTo(Station.CHECKED);
        assertThat(invoiceCase(second).mark()).isEqualTo(Mark.MERGED);
        assertThat(history(second)).containsExactly("InvoiceReceived", "InvoiceChecked", "InvoiceMerged");
        assertThat(behind.count(
                        "invoice_case where id = ? and merged_into = ?",
                        second.caseId().value(),
                        first.caseId().value()))
                .isEqualTo(1);
    }

    @Test
    void mergesADuplicateThoughTheFirstStillWaitsAtTheDesk() {
        AnInvoice invoice = anInvoice().to("991-33333TEST-33");
        Receipt first = receive(invoice);
        Receipt second = receive(invoice.to(BAUAMT));

        assertThat(waiting(first).cause()).isEqualTo(TriageCause.NOT_OURS);
        assertThat(invoiceCase(second).mark()).isEqualTo(Mark.MERGED);
    }

    @Test
    void takesTheNumberAgainWhenItWasFreed() {
        AnInvoice invoice = anInvoice().to(BAUAMT);
        Receipt first = receive(invoice);
        towns.in(
                TOWN,
                () -> transaction.execute(status -> {
                    keys.free(first.caseId());
                    return first;
                }));

        Receipt second = receive(invoice.with("Jutta Sonnberg", "J. Sonnberg"));

        assertThat(invoiceCase(second).station()).isEqualTo(Station.ASSIGNED);
    }

    @Test
    void knowsNoDuplicateOfAnotherTown() {
        AnInvoice invoice = anInvoice().to(BAUAMT);
        Receipt here = receive(invoice);
        Receipt there = towns.receive("beistadt", invoice.bytes());
        towns.awaitChecked("beistadt", there.caseId());

        assertThat(invoiceCase(here).station()).isEqualTo(Station.ASSIGNED);
        assertThat(towns.in("beistadt", () -> cases.get(there.caseId())).mark()).isEqualTo(Mark.ON_HOLD);
    }

    @Test
    void letsOneOfTwoLiveThatComeAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int pair = 0; pair < PAIRS; pair++) {
                assertOneLives(threads, anInvoice().to(BAUAMT).read());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertOneLives(ExecutorService threads, Invoice invoice) throws Exception {
        List<InvoiceCase> both = List.of(unassigned(), unassigned());
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<?>> settled = both.stream()
                .<Future<?>>map(one -> threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return towns.in(TOWN, () -> {
                        settle.settle(
                                one,
                                invoice,
                                towns.in(TOWN, rules::directory).of(invoice, List.of()),
                                Actor.service("test"));
                        return one;
                    });
                }))
                .toList();
        for (Future<?> one : settled) {
            one.get(60, TimeUnit.SECONDS);
        }

        assertThat(both.stream().map(one -> towns.in(TOWN, () -> cases.get(one.id()))))
                .extracting(now -> now.station() + " " + now.mark())
                .containsExactlyInAnyOrder("ASSIGNED OPEN", "CHECKED MERGED");
        assertThat(behind.count(
                        "live_invoice where business_key = ?",
                        BusinessKey.of(invoice).orElseThrow().text()))
                .isEqualTo(1);
    }

    // What is no invoice waits at the desk; here it stands for one that is not assigned yet.
    private InvoiceCase unassigned() {
        Receipt receipt = towns.receive(TOWN);
        towns.awaitChecked(TOWN, receipt.caseId());
        return invoiceCase(receipt);
    }

    @Test
    void changesNothingWhenTheJobRunsAgain() {
        Receipt assigned = receive(anInvoice().to(BAUAMT));
        Receipt waiting = receive(anInvoice().to("991-33333TEST-33"));

        for (Receipt receipt : List.of(assigned, waiting)) {
            List<String> before = history(receipt);
            towns.in(TOWN, () -> {
                stage.run(new Job(
                        "assign",
                        towns.town(TOWN),
                        receipt.caseId(),
                        1,
                        receipt.receiptNumber().text()));
                return receipt;
            });
            assertThat(history(receipt)).isEqualTo(before);
        }
    }

    @Test
    void refusesARuleThatLeadsToNoOffice() {
        Town town = new Town(List.of(new Rule(RoutingField.PROJECT, "p", "nowhere")));

        assertThatThrownBy(() -> configuration.apply(tenants.ofKey(TOWN).orElseThrow(), town))
                .hasMessageContaining("rechnungseingang.routing.anstadt.rules names the office nowhere");
        assertThat(towns.in(TOWN, rules::directory).rules()).isNotEmpty();
    }

    private Receipt receive(AnInvoice invoice) {
        Receipt receipt = towns.receive(TOWN, invoice.bytes());
        towns.awaitChecked(TOWN, receipt.caseId());
        return receipt;
    }

    private InvoiceCase invoiceCase(Receipt receipt) {
        return towns.in(TOWN, () -> cases.get(receipt.caseId()));
    }

    private UUID officeOf(Receipt receipt) {
        return towns.in(TOWN, () -> assignments.officeOf(receipt.caseId())).orElseThrow();
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
