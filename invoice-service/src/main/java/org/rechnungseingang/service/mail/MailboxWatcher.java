package org.rechnungseingang.service.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches one mailbox for as long as this node has its lease; comes back after whatever goes wrong. */
final class MailboxWatcher implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(MailboxWatcher.class);

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Watch watch;
    private final Lease lease;
    private final Supplier<Inbox> inboxes;
    private final EmptyInbox empty;
    private final CurrentTenant current;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Optional<Inbox> open = Optional.empty();
    private Duration wait = FIRST_WAIT;

    MailboxWatcher(
            Watch watch, Lease lease, Supplier<Inbox> inboxes, EmptyInbox empty, CurrentTenant current, Clock clock) {
        this.watch = watch;
        this.lease = lease;
        this.inboxes = inboxes;
        this.empty = empty;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public void run() {
        lease.whenLost(() -> open.ifPresent(Inbox::cut));
        current.runWithin(watch.mailbox().tenant(), () -> {
            while (!isStopped()) {
                turn();
            }
            giveBack();
        });
    }

    /** Breaks the connection and lets the thread end; what is in the database already stays there. */
    void stop() {
        stopped.countDown();
        open.ifPresent(Inbox::cut);
    }

    Watch watch() {
        return watch;
    }

    // This thread must not end: nobody else on this node would look at the mailbox.
    @SuppressWarnings("ThrowSpecificExceptions")
    private void turn() {
        try {
            if (lease.take()) {
                watchOverIt();
            } else {
                watch.elsewhere(clock.instant());
                pause(lease.betweenTries());
            }
        } catch (RuntimeException | Error e) {
            if (!isStopped()) {
                failed(e);
            }
        }
    }

    private void watchOverIt() {
        try (Inbox inbox = inboxes.get()) {
            open = Optional.of(inbox);
            while (mayGoOn()) {
                Optional<Instant> next = empty.pass(inbox, this::mayGoOn);
                watch.connected(clock.instant());
                wait = FIRST_WAIT;
                Duration until =
                        next.map(due -> Duration.between(clock.instant(), due)).orElse(LONGEST_WAIT.multipliedBy(100));
                if (mayGoOn() && until.compareTo(Duration.ZERO) > 0) {
                    inbox.await(until);
                }
            }
        } finally {
            open = Optional.empty();
        }
    }

    private boolean mayGoOn() {
        return !isStopped() && lease.isHeld();
    }

    private void failed(Throwable failure) {
        watch.failing(clock.instant(), String.valueOf(failure.getMessage()));
        if (failure instanceof MailboxFailed) {
            log.warn("The mailbox {} cannot be watched: {}", watch.name(), failure.getMessage());
        } else {
            log.warn("The mailbox {} cannot be watched", watch.name(), failure);
        }
        // Spread, so that the nodes and mailboxes of a server that comes back do not come all at once.
        long half = wait.toMillis() / 2;
        pause(Duration.ofMillis(half + RandomGenerator.getDefault().nextLong(half + 1)));
        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }

    private void giveBack() {
        try {
            lease.giveBack();
        } catch (RuntimeException e) {
            log.info("The lease of {} was not given back; it runs out by itself", watch.name());
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause(Duration length) {
        try {
            if (stopped.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("The watcher of {} ends", watch.name());
            }
        } catch (InterruptedException e) {
            stopped.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
