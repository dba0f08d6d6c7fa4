package org.rechnungseingang.service.work;

import java.time.Instant;
import java.util.UUID;

/**
 * A job that has failed for good and waits for a person.
 *
 * @param id its id
 * @param job what was to be done
 * @param attempts how often it was tried
 * @param reason the last failure, for the administrator
 * @param failedAt when it was given up
 */
public record DeadLetter(UUID id, Job job, int attempts, String reason, Instant failedAt) {}
