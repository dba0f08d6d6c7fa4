package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a first start makes. */
class OwnServerIT {

    @TempDir
    private static Path directory;

    private static OwnServer server;

    @BeforeAll
    static void start() {
        server = OwnServers.start(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void writesDurably() {
        assertThat(Durability.of(OwnServers.asApplication(server))).isEqualTo(new Durability("on", "on", "on"));
        assertThat(show("data_checksums")).isEqualTo("on");
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() throws Exception {
        assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(show("unix_socket_directories")).isEmpty();
        for (InetAddress address : foreignAddresses()) {
            assertThatThrownBy(() -> new Socket(address, server.port()).close())
                    .as("%s", address)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        for (String role : List.of(Secrets.SUPERUSER, Secrets.OWNER, Secrets.APPLICATION)) {
            JdbcClient guess = OwnServers.as(server, new Login(role, "wrong"));
            assertThatThrownBy(() -> guess.sql("SELECT 1").query().singleValue())
                    .rootCause()
                    .hasMessageContaining("password authentication failed for user \"%s\"", role);
        }
    }

    @Test
    void keepsPasswordsAsScramVerifiers() {
        List<String> stored = OwnServers.as(server, server.secrets().superuserLogin())
                .sql("SELECT rolpassword FROM pg_authid WHERE rolpassword IS NOT NULL")
                .query(String.class)
                .list();
        assertThat(stored).hasSize(3).allMatch(verifier -> verifier.startsWith("SCRAM-SHA-256$"));
    }

    @Test
    void hasTwoRolesWithoutPower() {
        assertThat(ApplicationRole.check(OwnServers.asApplication(server))).isEqualTo(Secrets.APPLICATION);
        List<String> mighty = OwnServers.asOwner(server)
                .sql("SELECT rolname FROM pg_roles WHERE rolname LIKE 'rechnungseingang%'"
                        + " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)")
                .query(String.class)
                .list();
        assertThat(mighty).isEmpty();
    }

    @Test
    void letsOnlyTheOwnerMakeTables() {
        assertThatThrownBy(() -> OwnServers.asApplication(server)
                        .sql("CREATE TABLE mine (id int)")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied for schema public");

        OwnServers.asOwner(server).sql("CREATE TABLE ours (id int)").update();
        assertThatThrownBy(() -> OwnServers.asApplication(server)
                        .sql("SELECT * FROM ours")
                        .query()
                        .listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied for table ours");
    }

    private static String show(String setting) {
        return OwnServers.as(server, server.secrets().superuserLogin())
                .sql("SELECT current_setting(:setting)")
                .param("setting", setting)
                .query(String.class)
                .single();
    }

    private static List<InetAddress> foreignAddresses() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }
}
