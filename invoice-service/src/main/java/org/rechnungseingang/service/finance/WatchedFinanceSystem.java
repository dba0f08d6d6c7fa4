package org.rechnungseingang.service.finance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Remembers since when a finance system gives this node no answer. */
final class WatchedFinanceSystem implements FinanceSystem {

    private final FinanceSystem system;
    private final Clock clock;
    private volatile Optional<Instant> silentSince = Optional.empty();

    WatchedFinanceSystem(FinanceSystem system, Clock clock) {
        this.system = system;
        this.clock = clock;
    }

    @Override
    public Answer handOver(PaymentOrder order) {
        return watch(() -> system.handOver(order));
    }

    @Override
    public List<Feedback> feedback(String cursor, int limit) {
        return watch(() -> system.feedback(cursor, limit));
    }

    @Override
    public void settled(Feedback feedback) {
        system.settled(feedback);
    }

    /** Since when it has not answered; empty while it does. */
    Optional<Instant> silentSince() {
        return silentSince;
    }

    private <T> T watch(Supplier<T> question) {
        try {
            T answer = question.get();
            silentSince = Optional.empty();
            return answer;
        } catch (FinanceUnavailable e) {
            silentSince = silentSince.or(() -> Optional.of(clock.instant()));
            throw e;
        }
    }
}
