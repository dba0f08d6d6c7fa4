package org.rechnungseingang.service.way;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Servers that stand still with all their children until this is closed: they answer nothing and break nothing off. */
public final class Standstill implements AutoCloseable {

    private final List<ProcessHandle> standing = new ArrayList<>();

    private Standstill() {}

    public static Standstill of(ProcessHandle... servers) {
        Standstill still = new Standstill();
        try {
            Stream.of(servers).forEach(still::stop);
            return still;
        } catch (RuntimeException e) {
            still.close();
            throw e;
        }
    }

    // A process that stands makes no child, and keeps the number of one that ends: none is missed, and none strange is
    // hit.
    private void stop(ProcessHandle process) {
        signal("STOP", List.of(process));
        standing.add(process);
        process.children().forEach(this::stop);
    }

    /** Lets them go on, the children first: whoever goes on gives up the numbers of those that have ended. */
    @Override
    public void close() {
        Collections.reverse(standing);
        signal("CONT", standing);
        standing.clear();
    }

    private static void signal(String name, List<ProcessHandle> processes) {
        List<String> command = Stream.concat(
                        Stream.of("kill", "-" + name),
                        processes.stream().map(ProcessHandle::pid).map(String::valueOf))
                .toList();
        try {
            if (new ProcessBuilder(command).start().waitFor() != 0) {
                throw new IllegalStateException(command + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
