package org.rechnungseingang.service.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL started by the service itself, on the loopback interface and with a directory that stays.
 *
 * <p>Whoever holds the directory's lock owns it, and only the owner ends a server left over from a killed service.
 */
final class OwnServer implements AutoCloseable {

    static final String DATABASE = "rechnungseingang";
    static final String HOST = "127.0.0.1";

    private static final Logger LOG = LoggerFactory.getLogger(OwnServer.class);
    private static final int ATTEMPTS = 3;
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private final ServerHome home;
    private final DirectoryLock lock;
    private final Secrets secrets;
    private final Postmaster postmaster;
    private final int port;

    private OwnServer(ServerHome home, DirectoryLock lock, Secrets secrets, Postmaster postmaster, int port) {
        this.home = home;
        this.lock = lock;
        this.secrets = secrets;
        this.postmaster = postmaster;
        this.port = port;
    }

    /**
     * Takes the directory, ends a left-over server, makes what is missing and starts.
     *
     * @throws DatabaseRefused with the reason and what to do
     */
    static OwnServer start(ServerSettings settings) {
        ServerHome home = ServerHome.open(settings.directory());
        DirectoryLock lock = DirectoryLock.take(home);
        try {
            Program program = Program.prepare(settings.programDirectory().orElseGet(home::defaultProgramDirectory));
            LeftOver leftOver = new LeftOver(home, program);
            leftOver.clear();
            Secrets secrets = new Cluster(home, program).ready(settings.durable());
            int port = launch(settings, home, program, leftOver);
            Postmaster postmaster =
                    Postmaster.running(home, program).orElseThrow(() -> Refusals.toolFailed("postgres", readLog(home)));
            LOG.info("PostgreSQL {} is ready, PID {}, port {}, {}", Cluster.MAJOR, postmaster.pid(), port, home.root());
            return new OwnServer(home, lock, secrets, postmaster, port);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    String url(String database) {
        return "jdbc:postgresql://%s:%d/%s?sslmode=disable".formatted(HOST, port, database);
    }

    int port() {
        return port;
    }

    Secrets secrets() {
        return secrets;
    }

    Path directory() {
        return home.root();
    }

    /** Number of the server's main process. */
    long pid() {
        return postmaster.pid();
    }

    /** Stops the server; what was committed is on disk. */
    @Override
    public void close() {
        postmaster.stop();
        lock.close();
        LOG.info("PostgreSQL has stopped, {}", home.root());
    }

    // A start that a killed service had just ordered may come in between, and a free port may be gone again.
    private static int launch(ServerSettings settings, ServerHome home, Program program, LeftOver leftOver) {
        Optional<DatabaseRefused> last = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                int port = settings.port() == 0 ? freePort() : settings.port();
                Files.deleteIfExists(home.startLog());
                program.run(home.root(), "pg_ctl", startArguments(settings, home, port), "", START_LIMIT);
                return port;
            } catch (DatabaseRefused e) {
                last = Optional.of(Refusals.toolFailed("postgres", e.getMessage() + "\n" + readLog(home)));
                leftOver.clear();
            } catch (IOException e) {
                throw Refusals.unusableDirectory(home.root(), e);
            }
        }
        throw last.orElseThrow();
    }

    // pg_ctl puts the server into a session of its own: Ctrl-C in the terminal must reach the service alone.
    private static List<String> startArguments(ServerSettings settings, ServerHome home, int port) {
        return List.of(
                "start",
                "--wait",
                "--silent",
                "--timeout=" + START_LIMIT.toSeconds(),
                "--pgdata=" + home.cluster(),
                "--log=" + home.startLog(),
                "--options=" + settings.options(port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    private static String readLog(ServerHome home) {
        try {
            return Files.readString(home.startLog()).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
