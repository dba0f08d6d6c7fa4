package org.rechnungseingang.service.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.rechnungseingang.service.work.Backlog;
import org.rechnungseingang.service.work.Jobs;
import org.rechnungseingang.service.work.LeftLying;
import org.springframework.stereotype.Component;

/** What waits to be done in the whole installation; asked by health and metrics, counted at most every few seconds. */
@Component
class OpenWork {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Jobs jobs;
    private final List<LeftLying> leftLying;
    private final Tenants tenants;
    private final CurrentTenant current;
    private final Clock clock;

    private Optional<Count> last = Optional.empty();

    OpenWork(Jobs jobs, List<LeftLying> leftLying, Tenants tenants, CurrentTenant current, Clock clock) {
        this.jobs = jobs;
        this.leftLying = List.copyOf(leftLying);
        this.tenants = tenants;
        this.current = current;
        this.clock = clock;
    }

    /** The names of the places where something can be left lying. */
    List<String> places() {
        return leftLying.stream().map(LeftLying::place).sorted().toList();
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
        return new Count(now, backlog.queued(), backlog.due(), oldest, inAllTowns());
    }

    // Row-level security shows one town's rows at a time.
    private Map<String, Integer> inAllTowns() {
        Map<String, Integer> counts = new TreeMap<>();
        for (LeftLying place : leftLying) {
            int sum = tenants.all().stream()
                    .mapToInt(town -> current.within(town.id(), place::count))
                    .sum();
            counts.put(place.place(), sum);
        }
        return counts;
    }

    /**
     * What waits.
     *
     * @param at when it was counted
     * @param queued jobs in the queue
     * @param due those that could run now
     * @param oldestDue how long the oldest of these has waited; zero when none waits
     * @param leftLying what waits for a person, by place
     */
    record Count(Instant at, long queued, long due, Duration oldestDue, Map<String, Integer> leftLying) {

        /** Keeps its own copy of the counts, in the order of the names. */
        Count {
            leftLying = Collections.unmodifiableMap(new TreeMap<>(leftLying));
        }

        /** How much waits for a person in this place. */
        int in(String place) {
            return leftLying.getOrDefault(place, 0);
        }

        /** Whether anything waits for a person. */
        boolean isLeftLying() {
            return leftLying.values().stream().anyMatch(count -> count > 0);
        }
    }
}
