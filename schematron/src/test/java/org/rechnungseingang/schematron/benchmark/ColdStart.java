package org.rechnungseingang.schematron.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** From the start of a JVM to the verdict on the first file. */
final class ColdStart {

    private static final int TRIES = 2;

    private ColdStart() {}

    /** Arguments: file; for another engine its folder and its class. Prints seconds on the clock and of the processors. */
    public static void main(String[] arguments) throws IOException {
        Racer engine = arguments.length == 1 ? Racer.ours() : Racer.other(Path.of(arguments[1]), arguments[2]);
        engine.lap(Files.readAllBytes(Path.of(arguments[0])));
        long since = ManagementFactory.getRuntimeMXBean().getStartTime();
        double time = (System.currentTimeMillis() - since) / 1e3;
        Duration worked = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        System.out.println(Figures.number("%f %f", time, worked.toMillis() / 1e3));
    }

    static void print(String name, String... arguments) {
        double[] best = Child.run(List.of(), ColdStart.class, arguments);
        for (int i = 1; i < TRIES; i++) {
            double[] next = Child.run(List.of(), ColdStart.class, arguments);
            best = next[1] < best[1] ? next : best;
        }
        System.out.println(Figures.number("| first file, %s | %.1f s; processor %.1f s | |", name, best[0], best[1]));
    }
}
