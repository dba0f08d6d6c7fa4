package org.rechnungseingang.service.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rechnungseingang.service.town.AnInvoice.anInvoice;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.samples.finance.Count;
import org.rechnungseingang.service.approval.Decision;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.town.Behind;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A partner that stands still in the middle of twenty mails: it answers nothing and breaks nothing off. When it goes on, no
 * work is left. {@code -Dfrozen.seconds=60} lets it stand longer.
 */
@WholeWayTest
class FrozenIT {

    private static final Duration FROZEN = Duration.ofSeconds(Integer.getInteger("frozen.seconds", 5));
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);
    private static final Duration BEAT = Duration.ofMillis(100);
    private static final int MAILS = 20;

    @Autowired
    private Partners partners;

    @Autowired
    private TownHall hall;

    @Autowired
    private Behind behind;

    @Test
    void outlastsAFrozenFinanceSystem() {
        outlastsFrozen(partners::freezeFinanceSystem);
    }

    @Test
    void outlastsAFrozenMailServer() {
        outlastsFrozen(partners::freezeMailServer);
    }

    private void outlastsFrozen(Supplier<Standstill> partner) {
        List<byte[]> invoices = invoices();
        partners.behave(Partners.PAYING);
        Count before = partners.count();
        send(invoices.subList(0, MAILS / 2));

        freeze(partner, invoices).join();

        endsWell(invoices, before);
    }

    // How long it stands still is the case itself. Meanwhile the other half is sent and whatever can be done is done.
    private CompletableFuture<Void> freeze(Supplier<Standstill> partner, List<byte[]> invoices) {
        long end = System.nanoTime() + FROZEN.toNanos();
        try (Standstill still = partner.get()) {
            CompletableFuture<Void> late = CompletableFuture.runAsync(() -> send(invoices.subList(MAILS / 2, MAILS)));
            approveUntil(invoices, () -> System.nanoTime() > end);
            assertThat(in(invoices, Station.PAID)).hasSizeLessThanOrEqualTo(MAILS / 2);
            return late;
        }
    }

    private void endsWell(List<byte[]> invoices, Count before) {
        approveUntil(
                invoices,
                () -> in(invoices, Station.PAID).size() == MAILS
                        && behind.count("scheduled_tasks where task_name = 'stage'") == 0
                        && partners.waiting() == 0);
        Count after = partners.count();
        assertThat(after.orders()).isEqualTo(before.orders() + MAILS);
        assertThat(after.keys()).isEqualTo(after.orders());
        assertThat(after.contradicted()).isEqualTo(before.contradicted());
        assertThat(behind.count("dead_letter")).isZero();
        assertThat(partners.setAside()).isZero();
        assertThat(invoices).allSatisfy(file -> {
            assertThat(hall.of(file)).hasSize(1);
            assertThat(hall.history(hall.of(file).get(0))).containsExactlyElementsOf(TownHall.WAY);
            assertThat(hall.fault(hall.of(file).get(0))).isEmpty();
        });
    }

    private void approveUntil(List<byte[]> invoices, BooleanSupplier condition) {
        Person clerk = hall.person("clerk");
        Person budgetHolder = hall.person("budget-holder");
        await().dontCatchUncaughtExceptions()
                .atMost(LONG_ENOUGH)
                .pollInterval(BEAT)
                .until(() -> {
                    for (InvoiceCase assigned : in(invoices, Station.ASSIGNED)) {
                        assertThat(hall.certify(clerk, assigned)).isEqualTo(new Decision.Done());
                        assertThat(hall.order(budgetHolder, assigned)).isEqualTo(new Decision.Done());
                    }
                    return condition.getAsBoolean();
                });
    }

    private List<InvoiceCase> in(List<byte[]> invoices, Station station) {
        return invoices.stream()
                .flatMap(file -> hall.of(file).stream())
                .filter(found -> found.station() == station)
                .toList();
    }

    private static List<byte[]> invoices() {
        return IntStream.range(0, MAILS).mapToObj(i -> anInvoice().bytes()).toList();
    }

    private void send(List<byte[]> invoices) {
        partners.send(invoices.stream()
                .map(file -> Partners.letter("Rechnung").attach("rechnung.xml", "application/xml", file))
                .toList());
    }
}
