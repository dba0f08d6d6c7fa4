package org.rechnungseingang.service.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Gauges of what waits. They tell of the whole installation, so every node reports the same. */
@Component
class WorkMetrics implements MeterBinder {

    private final OpenWork work;

    WorkMetrics(OpenWork work) {
        this.work = work;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("rechnungseingang.queue.jobs", "Jobs in the queue", count -> count.queued())
                .register(registry);
        gauge("rechnungseingang.queue.due", "Jobs that could run now", count -> count.due())
                .register(registry);
        gauge(
                        "rechnungseingang.queue.oldest.due",
                        "How long the oldest job that could run has waited",
                        count -> count.oldestDue().toMillis() / 1_000.0)
                .baseUnit("seconds")
                .register(registry);
        gauge("rechnungseingang.dead.letters", "Jobs that have failed for good", count -> count.in("deadLetters"))
                .register(registry);
        work.places()
                .forEach(place -> gauge(
                                "rechnungseingang.left.lying", "What waits for a person", count -> count.in(place))
                        .tag("place", place)
                        .register(registry));
    }

    private Gauge.Builder<OpenWork> gauge(String name, String meaning, ToDoubleFunction<OpenWork.Count> value) {
        return Gauge.builder(name, work, open -> value.applyAsDouble(open.count()))
                .description(meaning);
    }
}
