package org.rechnungseingang.service.mail;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node's claim to watch a mailbox. It is renewed beside the work, so that a long fetch does not lose it; and it is over
 * when its time is over by this node's own count, whether or not the database could be asked.
 */
final class Lease {

    private static final Logger log = LoggerFactory.getLogger(Lease.class);

    private final Leases leases;
    private final CurrentTenant current;
    private final MailboxId mailbox;
    private final String node;
    private final Duration length;
    private volatile long end;
    private volatile boolean wanted;
    private volatile Runnable lost = () -> {};

    Lease(Leases leases, CurrentTenant current, MailboxId mailbox, String node, Duration length) {
        this.leases = leases;
        this.current = current;
        this.mailbox = mailbox;
        this.node = node;
        this.length = length;
        this.end = System.nanoTime();
    }

    /** Has it renewed by this thread until it is shut down. */
    void renewedBy(ScheduledExecutorService renewals) {
        long quarter = Math.max(1, length.toMillis() / 4);
        var unused = renewals.scheduleWithFixedDelay(this::renew, quarter, quarter, TimeUnit.MILLISECONDS);
    }

    /** What is done when another node turns out to have it: who waits for mails does not look at it. */
    void whenLost(Runnable act) {
        lost = act;
    }

    /** Tries to get or renew it. */
    synchronized boolean take() {
        wanted = true;
        long asked = System.nanoTime();
        boolean taken = current.within(mailbox.tenant(), () -> leases.take(mailbox.name(), node, length.toMillis()));
        if (taken) {
            end = asked + length.toNanos();
        }
        wanted = taken;
        return taken;
    }

    /** Whether this node may go on. */
    boolean isHeld() {
        return wanted && System.nanoTime() - end < 0;
    }

    synchronized void giveBack() {
        wanted = false;
        current.runWithin(mailbox.tenant(), () -> leases.giveBack(mailbox.name(), node));
    }

    Duration betweenTries() {
        return length.dividedBy(4);
    }

    // Behind whoever is just taking it: until it is known whether that succeeds, nothing can be lost.
    private synchronized boolean isLost() {
        return wanted && !take();
    }

    private void renew() {
        try {
            if (isLost()) {
                log.warn("Another node watches the mailbox {} now", mailbox.name());
                lost.run();
            }
        } catch (RuntimeException e) {
            // It runs on until its end, and is asked for again before that.
            log.warn("The lease of the mailbox {} could not be renewed: {}", mailbox.name(), e.getMessage());
        }
    }
}
