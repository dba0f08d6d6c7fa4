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
 * @param costly the same for failures that are {@link Costly}
 * @param errands the same for stages beside the invoice's way
 */
@ConfigurationProperties("rechnungseingang.work.retries")
record Retries(
        @DefaultValue("16") int attempts,
        @DefaultValue("5") int nodes,
        @DefaultValue("1s") Duration first,
        @DefaultValue("15m") Duration longest,
        @DefaultValue RetriesOfCostly costly,
        @DefaultValue RetriesOfErrands errands) {

    private static final int DOUBLINGS_AT_MOST = 30;

    /** How often a job of the stage is tried in all that has failed so. */
    int attempts(Stage stage, Throwable cause) {
        if (cause instanceof Hopeless hopeless) {
            return hopeless.attempts();
        }
        if (!stage.isOnTheWay()) {
            return errands.attempts();
        }
        return cause instanceof Costly ? costly.attempts() : attempts;
    }

    /** When the job is tried again whose so-many-th attempt has failed then, and so. */
    Instant next(Instant failedAt, int attempt, Stage stage, Throwable cause) {
        return after(failedAt, attempt, start(stage, cause), stage.isOnTheWay() ? longest : errands.longest());
    }

    /** When another node takes the job that so many nodes have died with; an errand, too: nobody outside has to come back. */
    Instant nextNode(Instant diedAt, int deaths) {
        return after(diedAt, deaths, first, longest);
    }

    private static Instant after(Instant then, int attempt, Duration first, Duration longest) {
        long doubled = first.toMillis() << Math.min(attempt - 1, DOUBLINGS_AT_MOST);
        long wait = Math.min(doubled, longest.toMillis());
        return then.plusMillis(wait + RandomGenerator.getDefault().nextLong(wait / 2 + 1));
    }

    private Duration start(Stage stage, Throwable cause) {
        if (!stage.isOnTheWay()) {
            return errands.first();
        }
        return cause instanceof Costly ? costly.first() : first;
    }

    /**
     * For failures that are {@link Costly}: after ten minutes with the defaults a person knows of it.
     *
     * @param attempts how often a job is tried in all
     * @param first the wait after the first failure
     */
    record RetriesOfCostly(
            @DefaultValue("4") int attempts,
            @DefaultValue("1m") Duration first) {}

    /**
     * For stages beside the invoice's way: a weekend passes before a person has to know, with the defaults.
     *
     * @param attempts how often a job is tried in all
     * @param first the wait after the first failure
     * @param longest no wait is longer
     */
    record RetriesOfErrands(
            @DefaultValue("75") int attempts,
            @DefaultValue("30s") Duration first,
            @DefaultValue("1h") Duration longest) {}
}
