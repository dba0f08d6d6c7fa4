package org.rechnungseingang.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The one PostgreSQL of a test JVM: its own in {@code target}, or the one that {@code -Dtest.postgres.url} names with
 * a superuser's login ({@code test.postgres.user}, {@code test.postgres.password}).
 */
record TestServer(String host, int port, Login superuser, List<String> databases) {

    static final Path PROGRAM = Path.of("target", "postgres-program");

    /** The server, started at the first call. */
    static TestServer get() {
        return Holder.SERVER;
    }

    /** A connection to one database of this server. */
    DataSource connect(String database, Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(login.username());
        source.setPassword(login.password());
        return source;
    }

    String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    private static TestServer start() {
        String url = System.getProperty("test.postgres.url", "");
        return url.isBlank() ? startOwn() : other(url);
    }

    private static TestServer other(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        Login login = new Login(
                System.getProperty("test.postgres.user", "postgres"), System.getProperty("test.postgres.password", ""));
        TestServer server = new TestServer(
                source.getServerNames()[0], source.getPortNumbers()[0], login, new CopyOnWriteArrayList<>());
        Runtime.getRuntime().addShutdownHook(new Thread(server::dropDatabases, "test-postgres"));
        return server;
    }

    // One directory a fork, made anew each time; what a killed run left running there is stopped first.
    private static TestServer startOwn() {
        Path directory = Path.of("target", "test-postgres-" + System.getProperty("test.fork", "0"));
        clean(ServerHome.open(directory));
        OwnServer server = OwnServer.start(new ServerSettings(directory, Optional.of(PROGRAM), 0, 200, false));
        TestServer own = new TestServer(
                OwnServer.HOST, server.port(), server.secrets().superuserLogin(), new CopyOnWriteArrayList<>());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> own.close(server), "test-postgres"));
        return own;
    }

    private void close(OwnServer server) {
        awaitClients();
        server.close();
    }

    private void dropDatabases() {
        awaitClients();
        for (String database : databases) {
            administer()
                    .sql("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database))
                    .update();
        }
    }

    // Spring's contexts are closed at the same time, in another hook.
    private void awaitClients() {
        Instant end = Instant.now().plusSeconds(5);
        while (clients() > 0 && Instant.now().isBefore(end) && Postmaster.pause()) {
            // waits
        }
    }

    private int clients() {
        return administer()
                .sql("SELECT count(*) FROM pg_stat_activity WHERE datname LIKE 'test\\_%'")
                .query(Integer.class)
                .single();
    }

    private JdbcClient administer() {
        return JdbcClient.create(connect("postgres", superuser));
    }

    private static void clean(ServerHome home) {
        try (DirectoryLock lock = DirectoryLock.take(home)) {
            new LeftOver(home, Program.prepare(PROGRAM)).clear();
            FileSystemUtils.deleteRecursively(home.cluster());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        private static final TestServer SERVER = start();
    }
}
