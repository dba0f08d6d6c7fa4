package org.rechnungseingang.service.register;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.rechnungseingang.service.tenant.TownTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reckons at the start, and when a new day has begun, what all open cases stake. */
@Component
class StakesOfTheDay implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(StakesOfTheDay.class);
    private static final Duration BEAT = Duration.ofMinutes(1);
    private static final Duration END = Duration.ofSeconds(15);

    private final Stakes stakes;
    private final Tenants tenants;
    private final CurrentTenant current;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread one = new Thread(work, "stakes");
        one.setDaemon(true);
        return one;
    });
    private LocalDate reckoned = LocalDate.MIN;

    StakesOfTheDay(Stakes stakes, Tenants tenants, CurrentTenant current, Clock clock) {
        this.stakes = stakes;
        this.tenants = tenants;
        this.current = current;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.scheduleWithFixedDelay(this::reckonOnceADay, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    // What is thrown here would end the beat for good; without a database it is tried again in a minute.
    private void reckonOnceADay() {
        try {
            LocalDate today = TownTime.today(clock);
            if (!today.equals(reckoned)) {
                tenants.all().forEach(this::reckon);
                reckoned = today;
            }
        } catch (RuntimeException e) {
            log.error("What is at stake is of yesterday", e);
        }
    }

    void reckon(Tenant town) {
        current.runWithin(town.id(), () -> {
            List<UUID> last = stakes.reckonSome(List.of());
            while (!last.isEmpty()) {
                last = stakes.reckonSome(last);
            }
        });
    }

    @Override
    public void destroy() throws InterruptedException {
        thread.shutdownNow();
        if (!thread.awaitTermination(END.toSeconds(), TimeUnit.SECONDS)) {
            log.warn("What is at stake is still being reckoned");
        }
    }
}
