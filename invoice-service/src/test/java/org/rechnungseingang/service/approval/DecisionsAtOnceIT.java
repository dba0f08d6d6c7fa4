package org.rechnungseingang.service.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.service.approval.Signatories.TOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.approval.Decision.Done;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Fifty decisions about one case at the same moment, by two people who both may certify and order. */
@WithTwoTowns
class DecisionsAtOnceIT {

    private static final int AT_ONCE = 50;

    private Signatories people;

    @Autowired
    private CertifyInvoice certify;

    @Autowired
    private OrderPayment order;

    @Autowired
    private RefuseInvoice refuse;

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @BeforeEach
    void gather(@Autowired AutowireCapableBeanFactory beans) {
        people = beans.createBean(Signatories.class);
    }

    @Test
    void leaveOneCertificationOfEachSubjectAndOneOrder() throws Exception {
        Receipt receipt = people.assigned();
        Seen seen = people.seen(receipt);

        List<List<Decision>> decisions = atOnce(person -> List.of(
                certify.certify(person, receipt.receiptNumber(), seen, Set.of(Subject.values())),
                order.order(person, receipt.receiptNumber(), seen, Optional.empty())));

        assertThat(decisions.stream().map(pair -> pair.get(0)).filter(Done.class::isInstance))
                .hasSize(1);
        assertThat(decisions.stream().map(pair -> pair.get(1)).filter(Done.class::isInstance))
                .hasSize(1);
        assertThat(people.now(receipt).station()).isEqualTo(Station.ORDERED);
        assertOnce(receipt, "certification", "subject = 'GROUNDS'");
        assertOnce(receipt, "certification", "subject = 'SUMS'");
        assertOnce(receipt, "payment_order", "ordered_by not in (grounds_by, sums_by)");
        assertThat(people.history(receipt))
                .containsExactly(
                        "InvoiceReceived", "InvoiceChecked", "InvoiceAssigned", "InvoiceCertified", "InvoiceOrdered");
    }

    @Test
    void neverOrderWhatIsRefusedAtTheSameMoment() throws Exception {
        Receipt receipt = people.assigned();
        people.certify(people.certifier(), receipt);
        Seen seen = people.seen(receipt);

        List<List<Decision>> decisions = atOnce(person -> List.of(
                refuse.refuse(person, receipt.receiptNumber(), seen, "Nicht bestellt."),
                order.order(person, receipt.receiptNumber(), seen, Optional.empty())));

        assertThat(decisions.stream().flatMap(List::stream).filter(Done.class::isInstance))
                .hasSize(1);
        assertThat(people.history(receipt))
                .filteredOn(kind -> kind.equals("InvoiceRefused") || kind.equals("InvoiceOrdered"))
                .hasSize(1);
    }

    private List<List<Decision>> atOnce(Function<Person, List<Decision>> decide) throws Exception {
        List<Person> two = List.of(people.both(), people.both());
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<List<Decision>>> running = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                Person person = two.get(i % 2);
                running.add(threads.submit(() -> {
                    start.await(60, TimeUnit.SECONDS);
                    return towns.in(TOWN, () -> decide.apply(person));
                }));
            }
            List<List<Decision>> decisions = new ArrayList<>();
            for (Future<List<Decision>> one : running) {
                decisions.add(one.get(120, TimeUnit.SECONDS));
            }
            return decisions;
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertOnce(Receipt receipt, String table, String condition) {
        assertThat(behind.count(
                        table + " where case_id = ? and " + condition,
                        receipt.caseId().value()))
                .isEqualTo(1);
    }
}
