package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Durable servers in a test's own directory. */
final class OwnServers {

    private OwnServers() {}

    /** Makes the directory look as after a first start and a stop, faster than another first start. */
    static void prepare(Path directory) {
        try {
            // "cp" keeps the permissions, on which PostgreSQL insists.
            Process copy = new ProcessBuilder("cp", "-a", Prepared.DIRECTORY + "/.", directory.toString())
                    .inheritIO()
                    .start();
            assertThat(copy.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static OwnServer start(Path directory) {
        return OwnServer.start(settings(directory));
    }

    static ServerSettings settings(Path directory) {
        return new ServerSettings(directory, Optional.of(TestServer.PROGRAM), 0, 20, true);
    }

    static JdbcClient as(OwnServer server, Login login) {
        return JdbcClient.create(source(server, login));
    }

    static DataSource source(OwnServer server, Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url(OwnServer.DATABASE));
        source.setUser(login.username());
        source.setPassword(login.password());
        return source;
    }

    static JdbcClient asOwner(OwnServer server) {
        return as(server, server.secrets().ownerLogin());
    }

    static JdbcClient asApplication(OwnServer server) {
        return as(server, server.secrets().applicationLogin());
    }

    private static final class Prepared {
        private static final Path DIRECTORY = make();

        private static Path make() {
            try {
                Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "prepared-");
                OwnServer.start(settings(directory)).close();
                return directory;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
