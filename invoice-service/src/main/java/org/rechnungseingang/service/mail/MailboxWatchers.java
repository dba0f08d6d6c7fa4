package org.rechnungseingang.service.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The watchers of this node, a thread for each configured mailbox; they begin when the service is ready. */
@Component
class MailboxWatchers implements SmartLifecycle {

    private static final long PATIENCE_MILLIS = 5_000;

    private final MailProperties properties;
    private final MailLimits limits;
    private final Tenants tenants;
    private final CurrentTenant current;
    private final Leases leases;
    private final MailStores stores;
    private final MeterRegistry meters;
    private final Clock clock;
    private final List<Running> running = new ArrayList<>();
    private Optional<ScheduledExecutorService> renewals = Optional.empty();
    private volatile boolean ready;

    MailboxWatchers(
            MailProperties properties,
            MailLimits limits,
            Tenants tenants,
            CurrentTenant current,
            Leases leases,
            MailStores stores,
            MeterRegistry meters,
            Clock clock) {
        this.properties = properties;
        this.limits = limits;
        this.tenants = tenants;
        this.current = current;
        this.leases = leases;
        this.stores = stores;
        this.meters = meters;
        this.clock = clock;
    }

    /** A mailbox of a town that is not configured would be watched by nobody. */
    @EventListener(ApplicationStartedEvent.class)
    void check() {
        properties.mail().keySet().forEach(key -> {
            if (tenants.ofKey(key).isEmpty()) {
                throw new IllegalStateException("rechnungseingang.mail." + key
                        + " is configured, but rechnungseingang.tenants." + key + " is not");
            }
        });
        properties
                .mail()
                .values()
                .forEach(town -> town.mailboxes().values().stream()
                        .filter(mailbox -> mailbox.tls() != Tls.NONE)
                        .forEach(mailbox -> Trust.in(mailbox.trustFile())));
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        ready = true;
        start();
    }

    // Not with the context, but with it again when it goes on after a pause.
    @Override
    public boolean isAutoStartup() {
        return ready;
    }

    @Override
    public synchronized void start() {
        if (!isRunning()) {
            String node = UUID.randomUUID().toString();
            properties
                    .mail()
                    .forEach((key, town) -> town.mailboxes().forEach((name, mailbox) -> {
                        MailboxId id =
                                new MailboxId(tenants.ofKey(key).orElseThrow().id(), name);
                        run(watcher(new Watch(id, key), mailbox, node, Function.identity()));
                    }));
        }
    }

    /** A watcher that is not running yet; tests put something between it and its inbox. */
    MailboxWatcher watcher(Watch watch, Mailbox mailbox, String node, Function<Inbox, Inbox> between) {
        Lease lease = new Lease(leases, current, watch.mailbox(), node, mailbox.lease());
        lease.renewedBy(renewals());
        EmptyInbox empty = new EmptyInbox(watch, mailbox, limits, stores, meters, clock);
        return new MailboxWatcher(
                watch, lease, () -> between.apply(ImapInbox.open(mailbox, clock)), empty, current, clock);
    }

    private synchronized ScheduledExecutorService renewals() {
        ScheduledExecutorService one = renewals.orElseGet(() -> Executors.newScheduledThreadPool(2, work -> {
            Thread thread = new Thread(work, "mailbox-leases");
            thread.setDaemon(true);
            return thread;
        }));
        renewals = Optional.of(one);
        return one;
    }

    private void run(MailboxWatcher watcher) {
        Thread thread = new Thread(watcher, "mailbox-" + watcher.watch().name());
        thread.setDaemon(true);
        running.add(new Running(watcher, thread));
        thread.start();
    }

    @Override
    public synchronized void stop() {
        running.forEach(one -> one.watcher().stop());
        try {
            for (Running one : running) {
                one.thread().join(PATIENCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.clear();
        renewals.ifPresent(ScheduledExecutorService::shutdownNow);
        renewals = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }

    /** How each mailbox is doing on this node. */
    synchronized List<Watch> watches() {
        return running.stream().map(one -> one.watcher().watch()).toList();
    }

    private record Running(MailboxWatcher watcher, Thread thread) {}
}
