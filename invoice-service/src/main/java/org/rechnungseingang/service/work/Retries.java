package org.rechnungseingang.service.work;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a failed job is tried again: the wait doubles each time and is spread by up to half, so that jobs which failed
 * together do not come back together.
 *
 * @param attempts how often a job is tried in all before it becomes a dead letter
 * @param nodes how often a job is tried when the node died that had it
 * @param first the wait after the first failure
 * @param longest no wait is longer
 */
@ConfigurationProperties("rechnungseingang.work.retries")
record Retries(
        @DefaultValue("16") int attempts,
        @DefaultValue("5") int nodes,
        @DefaultValue("1s") Duration first,
        @DefaultValue("15m") Duration longest) {

    private static final int DOUBLINGS_AT_MOST = 30;

    Instant next(Instant failedAt, int attempt) {
        long doubled = first.toMillis() << Math.min(attempt - 1, DOUBLINGS_AT_MOST);
        long wait = Math.min(doubled, longest.toMillis());
        return failedAt.plusMillis(wait + RandomGenerator.getDefault().nextLong(wait / 2 + 1));
    }
}
