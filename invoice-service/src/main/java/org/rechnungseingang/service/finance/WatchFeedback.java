package org.rechnungseingang.service.finance;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rechnungseingang.service.finance.FinanceProperties.Town;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenant;
import org.rechnungseingang.service.tenant.TenantId;
import org.rechnungseingang.service.tenant.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks each town's finance system for feedback, again and again, each on its own beat. */
@Component
class WatchFeedback implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(WatchFeedback.class);
    /** A finance system that is slow keeps one thread busy, and no other town waiting. */
    private static final int THREADS = 4;

    private static final Duration END = Duration.ofSeconds(15);

    private final FinanceProperties properties;
    private final Tenants tenants;
    private final CurrentTenant current;
    private final FeedbackPoller poller;
    private final WaitingPayments waiting;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "feedback");
        thread.setDaemon(true);
        return thread;
    });

    WatchFeedback(
            FinanceProperties properties,
            Tenants tenants,
            CurrentTenant current,
            FeedbackPoller poller,
            WaitingPayments waiting) {
        this.properties = properties;
        this.tenants = tenants;
        this.current = current;
        this.poller = poller;
        this.waiting = waiting;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        properties.finance().forEach(this::begin);
    }

    private void begin(String key, Town town) {
        TenantId id = tenants.ofKey(key)
                .map(Tenant::id)
                .orElseThrow(() -> new IllegalStateException("rechnungseingang.finance." + key
                        + " is configured, but rechnungseingang.tenants." + key + " is not"));
        threads.execute(() -> quietly(id, waiting::queue));
        long beat = town.poll().toMillis();
        threads.scheduleWithFixedDelay(() -> quietly(id, poller::poll), beat, beat, TimeUnit.MILLISECONDS);
    }

    // What is thrown here would end the beat for good.
    private void quietly(TenantId town, Runnable work) {
        try {
            current.runWithin(town, work);
        } catch (FinanceUnavailable e) {
            log.warn("No feedback: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("The feedback is not up to date", e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("A question for feedback did not end in time");
        }
    }
}
