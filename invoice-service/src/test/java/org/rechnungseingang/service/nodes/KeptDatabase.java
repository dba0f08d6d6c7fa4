package org.rechnungseingang.service.nodes;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.rechnungseingang.service.way.Standstill;

/** The PostgreSQL that a node starts in a directory of its own; it outlives a killed node. */
record KeptDatabase(Path directory) implements AutoCloseable {

    private static final Path PROGRAM = Path.of("target", "postgres-program").toAbsolutePath();
    private static final Duration END = Duration.ofSeconds(30);

    /** What makes a node start it. */
    Map<String, String> properties() {
        return Map.of(
                "rechnungseingang.database.directory", directory.toString(),
                "rechnungseingang.database.program-directory", PROGRAM.toString());
    }

    /** Connections as its superuser, to the server that runs just now. */
    DataSource superuser() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + postmaster().get(3).strip() + "/rechnungseingang");
        source.setUser("postgres");
        source.setPassword(password());
        return source;
    }

    /** Ends the server if a killed node has left it behind. */
    @Override
    public void close() {
        server().ifPresent(server -> {
            server.destroy();
            try {
                await().atMost(END).until(() -> !server.isAlive());
            } catch (org.awaitility.core.ConditionTimeoutException e) {
                server.destroyForcibly();
            }
        });
    }

    /** The server's process, if one runs on this directory. */
    Optional<ProcessHandle> server() {
        return Files.exists(postmasterFile())
                ? ProcessHandle.of(Long.parseLong(postmaster().get(0).strip())).filter(this::isOurs)
                : Optional.empty();
    }

    /** Lets the server and all its backends stand still. */
    Standstill freeze() {
        return Standstill.of(server().orElseThrow());
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains(directory.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private String password() {
        Properties secrets = new Properties();
        try (InputStream in = Files.newInputStream(directory.resolve("secrets.properties"))) {
            secrets.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty("postgres");
    }

    private List<String> postmaster() {
        try {
            return Files.readAllLines(postmasterFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path postmasterFile() {
        return directory.resolve("cluster").resolve("postmaster.pid");
    }
}
