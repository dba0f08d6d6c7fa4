package org.rechnungseingang.service.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.rechnungseingang.service.work.Backlog;
import org.rechnungseingang.service.work.DeadLetters;
import org.rechnungseingang.service.work.Jobs;
import org.springframework.stereotype.Component;

/** What waits to be done in the whole installation; asked by health and metrics, counted at most every few seconds. */
@Component
class OpenWork {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Jobs jobs;
    private final DeadLetters deadLetters;
    private final Tenants tenants;
    private final CurrentTenant current;
    private final Clock clock;

    private Optional<Count> last = Optional.empty();

    OpenWork(Jobs jobs, DeadLetters deadLetters, Tenants tenants, CurrentTenant current, Clock clock) {
        this.jobs = jobs;
        this.deadLetters = deadLetters;
        this.tenants = tenants;
        this.current = current;
        this.clock = clock;
    }

    /** The count of the last few seconds, or a new one. */
    synchronized Count count() {
        Instant now = clock.instant();
        Count count = last.filter(known -> known.at().plus(FRESH).isAfter(now)).orElseGet(() -> countAt(now));
        last = Optional.of(count);
        return count;
    }

    private Count countAt(Instant now) {
        Backlog backlog = jobs.backlog();
        Duration oldest = backlog.oldestDue()
                .map(since -> Duration.between(since, now))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
        return new Count(now, backlog.queued(), backlog.due(), oldest, lettersOfAllTowns());
    }

    // Row-level security shows one town's letters at a time.
    private int lettersOfAllTowns() {
        return tenants.all().stream()
                .mapToInt(town -> current.within(town.id(), deadLetters::count))
                .sum();
    }

    /**
     * What waits.
     *
     * @param at when it was counted
     * @param queued jobs in the queue
     * @param due those that could run now
     * @param oldestDue how long the oldest of these has waited; zero when none waits
     * @param deadLetters jobs that have failed for good
     */
    record Count(Instant at, long queued, long due, Duration oldestDue, int deadLetters) {}
}
