package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a later start finds. */
class OwnServerRestartIT {

    @TempDir
    private Path directory;

    @BeforeEach
    void prepare() {
        OwnServers.prepare(directory);
    }

    @Test
    void staysDurableAgainstItsConfigurationFile() throws Exception {
        Files.writeString(directory.resolve("cluster/postgresql.auto.conf"), "fsync = off\nfull_page_writes = off\n");

        try (OwnServer server = OwnServers.start(directory)) {
            assertThat(Durability.of(OwnServers.asApplication(server)).complete())
                    .isTrue();
        }
    }

    @Test
    void keepsItsDataAndPasswordsOverARestart() {
        Secrets before;
        try (OwnServer server = OwnServers.start(directory)) {
            before = server.secrets();
            OwnServers.asOwner(server)
                    .sql("CREATE TABLE kept AS SELECT 42 AS answer")
                    .update();
        }
        try (OwnServer server = OwnServers.start(directory)) {
            assertThat(server.secrets()).isEqualTo(before);
            assertThat(OwnServers.asOwner(server)
                            .sql("SELECT answer FROM kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void isGoneAfterClosing() throws Exception {
        OwnServer server = OwnServers.start(directory);
        server.close();

        assertThatThrownBy(() -> new Socket(OwnServer.HOST, server.port()).close())
                .isInstanceOf(ConnectException.class);
        assertThat(directory.resolve("cluster/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(directory.resolve("cluster/log/" + onlyLog())))
                .contains("received fast shutdown request", "database system is shut down");
    }

    @Test
    void makesNewPasswordsWhenTheirFileIsLost() throws Exception {
        Files.delete(directory.resolve("secrets.properties"));

        try (OwnServer server = OwnServers.start(directory)) {
            assertThat(ApplicationRole.check(OwnServers.asApplication(server))).isEqualTo(Secrets.APPLICATION);
        }
    }

    @Test
    void clearsAwayAHalfMadeCluster() throws Exception {
        Path draft = Files.createDirectories(directory.resolve("cluster-draft-1/base"));

        try (OwnServer server = OwnServers.start(directory)) {
            assertThat(server.pid()).isPositive();
            assertThat(draft).doesNotExist();
        }
    }

    @Test
    void leavesAForeignProcessAloneWhoseNumberIsInThePidFile() throws Exception {
        Process foreign = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    directory.resolve("cluster/postmaster.pid"),
                    "%d\n%s\n1\n5432\n\n127.0.0.1\n".formatted(foreign.pid(), directory.resolve("cluster")));

            OwnServers.start(directory).close();

            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void leavesAnotherClustersServerAlone(@TempDir Path other) throws Exception {
        OwnServers.prepare(other);
        try (OwnServer foreign = OwnServers.start(other)) {
            Files.writeString(
                    directory.resolve("cluster/postmaster.pid"),
                    "%d\n%s\n1\n5432\n\n127.0.0.1\n".formatted(foreign.pid(), directory.resolve("cluster")));

            OwnServers.start(directory).close();

            assertThat(ApplicationRole.check(OwnServers.asApplication(foreign))).isEqualTo(Secrets.APPLICATION);
        }
    }

    @Test
    void refusesDataOfAnotherRelease() throws Exception {
        Files.writeString(directory.resolve("cluster/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> OwnServers.start(directory))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("was made by PostgreSQL 17, the service brings 18");
    }

    @Test
    void saysWhatPostgresSaidWhenItDoesNotStart() throws Exception {
        Files.writeString(directory.resolve("cluster/postgresql.auto.conf"), "shared_buffers = many\n");

        assertThatThrownBy(() -> OwnServers.start(directory))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("invalid value for parameter \"shared_buffers\": \"many\"");
        Files.writeString(directory.resolve("cluster/postgresql.auto.conf"), "");
        OwnServers.start(directory).close();
    }

    private String onlyLog() throws Exception {
        try (var logs = Files.list(directory.resolve("cluster/log"))) {
            return logs.toList().get(0).getFileName().toString();
        }
    }
}
