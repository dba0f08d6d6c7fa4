package org.rechnungseingang.service.finance;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the finance system of the current town what has become of its orders. Any number of nodes may ask; what they hear
 * is applied once, since each feedback moves the cursor from the one before it.
 */
@Component
class FeedbackPoller {

    static final int AT_ONCE = 100;
    static final int ATTEMPTS = 5;

    private static final Logger log = LoggerFactory.getLogger(FeedbackPoller.class);

    private final FinanceSystems systems;
    private final FeedbackCursor cursor;
    private final ApplyFeedback apply;
    private final CurrentTenant tenant;
    private final MeterRegistry meters;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    FeedbackPoller(
            FinanceSystems systems,
            FeedbackCursor cursor,
            ApplyFeedback apply,
            CurrentTenant tenant,
            MeterRegistry meters) {
        this.systems = systems;
        this.cursor = cursor;
        this.apply = apply;
        this.tenant = tenant;
        this.meters = meters;
    }

    /** Applies all that is new, as long as nothing goes wrong and no other node is at it. */
    void poll() {
        systems.of(tenant.required()).ifPresent(system -> {
            Optional<String> last = Optional.of(cursor.get());
            while (last.isPresent()) {
                last = poll(system, last.get());
            }
        });
    }

    // The cursor to go on from, if there may be more.
    private Optional<String> poll(FinanceSystem system, String from) {
        List<Feedback> news = system.feedback(from, AT_ONCE);
        String last = from;
        for (Feedback feedback : news) {
            FeedbackOutcome outcome = take(last, feedback);
            meters.counter("rechnungseingang.finance.feedback", "outcome", outcome.name())
                    .increment();
            if (outcome == FeedbackOutcome.TAKEN) {
                return Optional.empty();
            }
            system.settled(feedback);
            last = feedback.cursor();
        }
        return news.size() < AT_ONCE ? Optional.empty() : Optional.of(last);
    }

    private FeedbackOutcome take(String after, Feedback feedback) {
        String name = tenant.required() + " " + feedback.cursor();
        try {
            FeedbackOutcome outcome = apply.apply(after, feedback);
            failures.remove(name);
            return outcome;
        } catch (RuntimeException e) {
            if (DatabaseAway.isToldBy(e)) {
                throw e;
            }
            int failed = failures.merge(name, 1, Integer::sum);
            log.warn("Feedback {} could not be applied, attempt {} of {}", feedback.cursor(), failed, ATTEMPTS, e);
            if (failed < ATTEMPTS) {
                throw e;
            }
            failures.remove(name);
            return apply.giveUp(after, feedback, e);
        }
    }
}
