package org.rechnungseingang.service.benchmark;

import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Looks every few milliseconds at which step of a message each thread is, working or waiting, and counts that in the
 * metric {@link #SAMPLES}. The JVM stops for it where it is safe, so neighbouring methods may be taken for each other, steps
 * hardly.
 */
final class StepSampler {

    static final String SAMPLES = "benchmark.samples";
    private static final int MILLIS = 4;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final MeterRegistry meters;
    private Optional<ScheduledExecutorService> looking = Optional.empty();

    StepSampler(MeterRegistry meters) {
        this.meters = meters;
    }

    void look() {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleAtFixedRate(this::sample, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
        looking = Optional.of(clock);
    }

    void leave() {
        looking.ifPresent(ScheduledExecutorService::shutdown);
    }

    private void sample() {
        Stream.of(threads.getThreadInfo(requestThreads(), Integer.MAX_VALUE))
                .filter(Objects::nonNull)
                .map(ThreadInfo::getStackTrace)
                .flatMap(stack -> MessageStep.of(stack).stream())
                .forEach(step -> meters.counter(SAMPLES, "step", step.name()).increment());
    }

    private static long[] requestThreads() {
        Thread[] all = new Thread[Thread.activeCount() + 100];
        int count = Thread.enumerate(all);
        return Stream.of(all)
                .limit(count)
                .filter(thread -> thread.getName().startsWith("http-nio"))
                .flatMapToLong(thread -> LongStream.of(thread.getId()))
                .toArray();
    }
}
