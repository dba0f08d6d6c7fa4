package org.rechnungseingang.service.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What sending some messages has shown.
 *
 * @param seconds from the first byte to the last receipt
 * @param millis of each message
 * @param used by its receiver
 */
record Measured(double seconds, double[] millis, Side.Used used) {

    double perSecond() {
        return millis.length / seconds;
    }

    /** Processor time a message, in milliseconds, without PostgreSQL. */
    double processorMillis() {
        return used.process() * 1000 / millis.length;
    }

    /** PostgreSQL's processor time a message, in milliseconds. */
    double databaseMillis() {
        return used.database() * 1000 / millis.length;
    }

    /** One value of each, in their order. */
    static double[] each(List<Measured> all, ToDoubleFunction<Measured> value) {
        return all.stream().mapToDouble(value).toArray();
    }

    /** The 95th percentile of all messages together, in milliseconds. */
    static double p95(List<Measured> all) {
        return Figures.percentile(
                all.stream().flatMapToDouble(one -> Arrays.stream(one.millis)).toArray(), 95);
    }
}
