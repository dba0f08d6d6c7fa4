package org.rechnungseingang.service.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How long the oldest mail waits that is not taken; zero on nodes that do not watch its mailbox. */
@Component
class MailboxMetrics implements MeterBinder {

    private final MailboxWatchers watchers;
    private final Clock clock;

    MailboxMetrics(MailboxWatchers watchers, Clock clock) {
        this.watchers = watchers;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("rechnungseingang.mails.oldest.waiting", this, MailboxMetrics::oldestSeconds)
                .description("How long the oldest mail has waited that is not taken")
                .baseUnit("seconds")
                .register(registry);
    }

    private double oldestSeconds() {
        return watchers.watches().stream()
                .flatMap(watch -> watch.oldestWaiting().stream())
                .mapToLong(oldest -> Duration.between(oldest, clock.instant()).toSeconds())
                .max()
                .orElse(0);
    }
}
