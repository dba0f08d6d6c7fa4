package org.rechnungseingang.service.work;

import java.time.Instant;
import java.util.Optional;

/**
 * What waits in the queue.
 *
 * @param queued all jobs, those that wait for their next attempt and those that run among them
 * @param due the jobs that could run now and that no node has taken yet
 * @param oldestDue since when the oldest of these waits
 */
public record Backlog(long queued, long due, Optional<Instant> oldestDue) {}
