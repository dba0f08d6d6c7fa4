package org.rechnungseingang.service.benchmark;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.rechnungseingang.service.InvoiceService;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The service's own main class, which can be told on standard input to leave checks and other jobs alone for a while
 * ({@code hold}, {@code go}), and to look where messages spend their time ({@code look}, {@code leave}). How many orders it
 * has obeyed is the metric {@link #OBEYED}. Ends with its standard input.
 */
final class HeldService {

    static final String HOLD = "hold";
    static final String GO = "go";
    static final String LOOK = "look";
    static final String LEAVE = "leave";
    static final String OBEYED = "benchmark.orders";

    private HeldService() {}

    public static void main(String[] arguments) throws IOException {
        ConfigurableApplicationContext service = SpringApplication.run(InvoiceService.class, arguments);
        Scheduler jobs = service.getBean(Scheduler.class);
        MeterRegistry meters = service.getBean(MeterRegistry.class);
        StepSampler sampler = new StepSampler(meters);
        AtomicInteger obeyed = meters.gauge(OBEYED, new AtomicInteger());
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            obey(order, jobs, sampler);
            obeyed.incrementAndGet();
        }
        System.exit(SpringApplication.exit(service));
    }

    private static void obey(String order, Scheduler jobs, StepSampler sampler) {
        switch (order) {
            case HOLD -> jobs.pause();
            case GO -> {
                jobs.resume();
                jobs.triggerCheckForDueExecutions();
            }
            case LOOK -> sampler.look();
            case LEAVE -> sampler.leave();
            default -> throw new IllegalArgumentException(order);
        }
    }
}
