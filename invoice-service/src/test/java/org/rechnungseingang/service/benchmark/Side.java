package org.rechnungseingang.service.benchmark;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A receiver of messages, seen from outside.
 *
 * @param database its PostgreSQL, if it has one
 */
record Side(URI address, ProcessHandle process, Optional<ProcessHandle> database) {

    private static final ReadySender SENDER = new ReadySender();

    Measured measure(List<ReadyMessage> messages, int atOnce) {
        Used before = used();
        long start = System.nanoTime();
        double[] millis = SENDER.send(address, messages, atOnce);
        return new Measured(Alone.seconds(start), millis, used().since(before));
    }

    Used used() {
        return new Used(
                process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9,
                database.map(Processor::used).orElse(0.0));
    }

    /**
     * Processor time, in seconds.
     *
     * @param process of the receiver itself
     * @param database of its PostgreSQL
     */
    record Used(double process, double database) {

        Used since(Used before) {
            return new Used(process - before.process, database - before.database);
        }

        Used plus(Used more) {
            return new Used(process + more.process, database + more.database);
        }
    }
}
