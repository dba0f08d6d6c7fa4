package org.rechnungseingang.service.nodes;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.way.TownHall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/**
 * Two people who never tire, inside the node, since decisions have no interface for programs: again and again the clerk
 * certifies whatever is assigned, and the budget holder orders it. Whatever was decided before the node was killed is
 * refused the second time, and they go on from there.
 */
@Import(TownHall.class)
@ConditionalOnProperty("tests.approver")
class Approver {

    private static final Logger log = LoggerFactory.getLogger(Approver.class);
    private static final long BEAT_MILLIS = 50;

    private final TownHall hall;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread approver = new Thread(work, "approver");
        approver.setDaemon(true);
        return approver;
    });

    Approver(TownHall hall) {
        this.hall = hall;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var unused = thread.scheduleWithFixedDelay(this::approve, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    // What is thrown here would end the beat for good.
    private void approve() {
        try {
            Person clerk = hall.person("clerk");
            Person budgetHolder = hall.person("budget-holder");
            for (InvoiceCase assigned : hall.assigned()) {
                log.info("Certified: {}", hall.certify(clerk, assigned));
                log.info("Ordered: {}", hall.order(budgetHolder, assigned));
            }
        } catch (RuntimeException e) {
            log.warn("Not decided; tried again", e);
        }
    }
}
