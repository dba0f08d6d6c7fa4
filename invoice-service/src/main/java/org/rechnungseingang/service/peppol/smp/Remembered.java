package org.rechnungseingang.service.peppol.smp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Endpoints that were found a short while ago, the last ones only. So many messages to one town in a row ask once, and a
 * change reaches us within minutes; what was not found is asked for again.
 */
final class Remembered {

    static final Duration FOR = Duration.ofMinutes(5);
    static final int MOST = 1_000;

    private final Clock clock;
    private final Map<Question, Found> found = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Found> eldest) {
            return size() > MOST;
        }
    };

    Remembered(Clock clock) {
        this.clock = clock;
    }

    synchronized Optional<Endpoint> of(Question question) {
        return Optional.ofNullable(found.get(question))
                .filter(one -> clock.instant().isBefore(one.until()))
                .map(Found::endpoint);
    }

    synchronized void remember(Question question, Endpoint endpoint) {
        // Put anew, it is the youngest again.
        found.remove(question);
        found.put(question, new Found(endpoint, clock.instant().plus(FOR)));
    }

    synchronized void forget(Question question) {
        found.remove(question);
    }

    private record Found(Endpoint endpoint, Instant until) {}
}
