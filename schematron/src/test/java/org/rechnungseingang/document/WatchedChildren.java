package org.rechnungseingang.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the processes that this one starts cost while they are watched, also those that end meanwhile. */
final class WatchedChildren implements AutoCloseable {

    private static final Duration A_LOOK = Duration.ofMillis(10);
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*([0-9]+) kB");

    private final Map<Long, Duration> processor = new ConcurrentHashMap<>();
    private final Map<Long, Long> peak = new ConcurrentHashMap<>();
    private final Thread watcher = new Thread(this::watch, "watched-children");
    private volatile boolean done;

    WatchedChildren() {
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Processor time of all of them. */
    Duration processor() {
        look();
        return processor.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** The most memory that one of them had at a time, in bytes; 0 where the system does not say. */
    long peak() {
        look();
        return peak.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private void watch() {
        while (!done) {
            look();
            try {
                Thread.sleep(A_LOOK.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() {
        ProcessHandle.current().children().forEach(child -> {
            child.info().totalCpuDuration().ifPresent(time -> processor.put(child.pid(), time));
            // The system counts up by itself; before a child has become its own program, it counts as its parent.
            long used = peakOf(child.pid());
            if (used > 0) {
                peak.put(child.pid(), used);
            }
        });
    }

    private static long peakOf(long pid) {
        try {
            Matcher line = PEAK.matcher(Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
            return line.find() ? Long.parseLong(line.group(1)) * 1024 : 0;
        } catch (IOException e) {
            // It has ended, or this is no Linux.
            return 0;
        }
    }

    @Override
    public void close() {
        done = true;
        watcher.interrupt();
    }
}
