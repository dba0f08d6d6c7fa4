package org.rechnungseingang.service.portal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Bounds how many large files are in memory at the same time, whichever way they came. A permit is asked for when the file
 * has arrived and lies on disk: else a few slow lines would hold all permits and keep everybody else out.
 */
@Component
public class LargeUploads {

    /** Up to here, in bytes, a file is no burden and needs no permit. */
    public static final int SMALL = 1 << 20;

    private final Semaphore permits;

    /** With as many permits as the limits allow. */
    public LargeUploads(Limits limits) {
        this.permits = new Semaphore(limits.largeUploads(), true);
    }

    /** Whether a large file would have to wait: who can still be stopped need not send it. */
    public boolean areAllHeld() {
        return permits.availablePermits() == 0;
    }

    /**
     * Works on files of which the largest has that size.
     *
     * @param size in bytes
     * @param patience how long to wait for a permit
     * @return what came of the work, or empty if others held all permits all the time
     */
    public <T> Optional<T> within(long size, Duration patience, Supplier<T> work) {
        if (size <= SMALL) {
            return Optional.of(work.get());
        }
        if (!isPermitted(patience)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            permits.release();
        }
    }

    private boolean isPermitted(Duration patience) {
        try {
            return permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
