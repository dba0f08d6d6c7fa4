package org.rechnungseingang.service.database;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running PostgreSQL server on our data directory, known by its number and its command line. */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration FAST = Duration.ofSeconds(60);
    private static final Duration IMMEDIATE = Duration.ofSeconds(15);
    private static final Duration LAST = Duration.ofSeconds(15);

    private final ServerHome home;
    private final Program program;
    private final long pid;

    private Postmaster(ServerHome home, Program program, long pid) {
        this.home = home;
        this.program = program;
        this.pid = pid;
    }

    /** The server that {@code postmaster.pid} names, if that process is PostgreSQL and works on our directory. */
    static Optional<Postmaster> running(ServerHome home, Program program) {
        return recordedPid(home).filter(pid -> servesCluster(pid, home)).map(pid -> new Postmaster(home, program, pid));
    }

    /** The number in {@code postmaster.pid}, whoever has it now. */
    static Optional<Long> recordedPid(ServerHome home) {
        try {
            List<String> lines = Files.readAllLines(pidFile(home));
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(lines.get(0).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Path pidFile(ServerHome home) {
        return home.cluster().resolve("postmaster.pid");
    }

    long pid() {
        return pid;
    }

    boolean alive() {
        return servesCluster(pid, home);
    }

    /** Ends the server: sessions are cut and everything is written; if that does not help, more roughly. */
    void stop() {
        LOG.debug("stopping PostgreSQL, PID {}", pid);
        if (signal("INT", FAST) || signal("QUIT", IMMEDIATE)) {
            return;
        }
        LOG.warn("PostgreSQL (PID {}) does not end by itself and is killed", pid);
        signal("KILL", LAST);
    }

    private boolean signal(String name, Duration patience) {
        if (alive()) {
            try {
                program.run(home.root(), "pg_ctl", List.of("kill", name, String.valueOf(pid)), "", LAST);
            } catch (DatabaseRefused e) {
                LOG.debug("signal {} did not reach PID {}", name, pid, e);
            }
        }
        Instant end = Instant.now().plus(patience);
        while (alive() && Instant.now().isBefore(end) && pause()) {
            // waits
        }
        return !alive();
    }

    // Also false for a zombie: its command line is empty.
    private static boolean servesCluster(long pid, ServerHome home) {
        List<String> command = commandLine(pid);
        int directory = command.indexOf("-D") + 1;
        return !command.isEmpty()
                && Path.of(command.get(0)).endsWith("postgres")
                && directory > 0
                && directory < command.size()
                && command.get(directory).equals(home.cluster().toString());
    }

    private static List<String> commandLine(long pid) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of("/proc", String.valueOf(pid), "cmdline"));
            // As the JVM spells the names of files, which need not be UTF-8.
            String text = new String(bytes, Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
            return text.isEmpty() ? List.of() : List.of(text.split("\0"));
        } catch (IOException e) {
            return List.of();
        }
    }

    static boolean pause() {
        try {
            Thread.sleep(20);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
