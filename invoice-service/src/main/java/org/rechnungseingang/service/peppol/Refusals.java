package org.rechnungseingang.service.peppol;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.rechnungseingang.service.peppol.as4.MessageRefused;
import org.rechnungseingang.service.peppol.as4.OpenedMessage;
import org.rechnungseingang.service.peppol.as4.Patience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that what was refused is kept. A wrong message does not become a right one because the database is away: its
 * sender hears so all the same, and it is kept when the database is there again.
 */
final class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    /** They are in memory meanwhile. */
    private static final int MOST_WAITING = 20;

    private static final Duration UNTIL_AGAIN = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 720;

    private final Towns towns;
    private final Patience patience;
    private final Semaphore places = new Semaphore(MOST_WAITING);
    private final ScheduledExecutorService again = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "as4-refusals");
        thread.setDaemon(true);
        return thread;
    });

    Refusals(Towns towns, Patience patience) {
        this.towns = towns;
        this.patience = patience;
    }

    /** Keeps it, now or when it can be kept. */
    void keep(String town, OpenedMessage message, MessageRefused refusal, Instant receivedAt) {
        String messageId = message.header().messageId();
        UUID id = UUID.randomUUID();
        Runnable keep = () -> towns.keepRefused(town, id, message, refusal, receivedAt);
        try {
            patience.ask(Executors.callable(keep));
        } catch (RuntimeException e) {
            if (places.tryAcquire()) {
                log.warn("A refused AS4 message cannot be kept yet: {}", messageId, e);
                later(messageId, keep, 1);
            } else {
                log.error("A refused AS4 message is not kept: {}", messageId, e);
            }
        }
    }

    private void later(String messageId, Runnable keep, int attempts) {
        again.schedule(() -> tryAgain(messageId, keep, attempts), UNTIL_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tryAgain(String messageId, Runnable keep, int attempts) {
        try {
            keep.run();
            places.release();
        } catch (RuntimeException e) {
            if (attempts < ATTEMPTS) {
                later(messageId, keep, attempts + 1);
            } else {
                places.release();
                log.error("A refused AS4 message is not kept: {}", messageId, e);
            }
        }
    }
}
