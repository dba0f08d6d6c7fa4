package org.rechnungseingang.service.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a killed service left behind in its directory. Used only by the holder of the directory's lock. */
final class LeftOver {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOver.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerHome home;
    private final Program program;

    LeftOver(ServerHome home, Program program) {
        this.home = home;
        this.program = program;
    }

    /** Ends a server that still runs on our directory; a process that is not one is left alone. */
    void clear() {
        Postmaster.running(home, program).ifPresent(server -> {
            LOG.info("a PostgreSQL left over from an earlier run is stopped, PID {}", server.pid());
            server.stop();
        });
        Optional<Long> recorded = Postmaster.recordedPid(home);
        if (recorded.isPresent()) {
            forget(recorded.orElseThrow());
        }
    }

    /**
     * Removes {@code postmaster.pid} when its number now belongs to a foreign process, since PostgreSQL would take
     * that for its own and refuse. Only after no process works in the directory any more: a server's children can
     * outlive it for a moment.
     */
    private void forget(long pid) {
        awaitNobody();
        if (ProcessHandle.of(pid).isPresent()) {
            LOG.info("PID {} in postmaster.pid belongs to another program by now and is left alone", pid);
            try {
                Files.deleteIfExists(Postmaster.pidFile(home));
            } catch (IOException e) {
                throw Refusals.unusableDirectory(home.cluster(), e);
            }
        }
    }

    private void awaitNobody() {
        Instant end = Instant.now().plus(PATIENCE);
        List<Long> busy = processesInside();
        while (!busy.isEmpty()) {
            if (Instant.now().isAfter(end) || !Postmaster.pause()) {
                throw Refusals.inUse(home.cluster(), busy);
            }
            busy = processesInside();
        }
    }

    // Every PostgreSQL process works in its data directory.
    private List<Long> processesInside() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> worksInside(Path.of("/proc", String.valueOf(pid))))
                .toList();
    }

    private boolean worksInside(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip().equals("postgres")
                    && Files.readSymbolicLink(process.resolve("cwd")).equals(home.cluster());
        } catch (IOException e) {
            // Gone, or somebody else's.
            return false;
        }
    }
}
