package org.rechnungseingang.schematron.benchmark;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/** Runs until the JVM has hardly anything left to compile: before that, its compiler takes a processor for itself. */
final class WarmUp {

    private static final double MOST_SECONDS = 90;
    /** What the compiler may still take, of the time of one processor. */
    private static final double QUIET = 0.02;

    private WarmUp() {}

    static void by(Runnable round) {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        double start = seconds();
        double compiled;
        double since;
        do {
            compiled = compiler.getTotalCompilationTime() / 1e3;
            since = seconds();
            while (seconds() < since + 5) {
                round.run();
            }
            compiled = compiler.getTotalCompilationTime() / 1e3 - compiled;
        } while (compiled > QUIET * (seconds() - since) && seconds() < start + MOST_SECONDS);
    }

    private static double seconds() {
        return System.nanoTime() / 1e9;
    }
}
