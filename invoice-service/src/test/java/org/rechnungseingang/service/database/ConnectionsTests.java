package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;

class ConnectionsTests {

    private static final DatabaseProperties.Application NO_FILE = new DatabaseProperties.Application(Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void takeThePasswordsFromFiles() throws IOException {
        DatabaseProperties properties = properties(
                owner("rechnungseingang_owner", Optional.empty(), Optional.of(file("owner", "geheim\n"))),
                new DatabaseProperties.Application(Optional.of(file("app", "auch geheim\r\n"))));

        Connections connections = Connections.to(dataSource(), properties);

        assertThat(connections.owner().getPassword()).isEqualTo("geheim");
        assertThat(connections.owner().getUsername()).isEqualTo("rechnungseingang_owner");
        assertThat(connections.application().getPassword()).isEqualTo("auch geheim");
        assertThat(connections.application().getUsername()).isEqualTo("app");
    }

    @Test
    void takeThePasswordsFromTheConfiguration() {
        DataSourceProperties dataSource = dataSource();
        dataSource.setPassword("a");

        Connections connections =
                Connections.to(dataSource, properties(owner("o", Optional.of("b"), Optional.empty()), NO_FILE));

        assertThat(connections.application().getPassword()).isEqualTo("a");
        assertThat(connections.owner().getPassword()).isEqualTo("b");
        assertThat(connections.owner().getJdbcUrl()).isEqualTo("jdbc:postgresql://db/r?password=x");
    }

    @Test
    void refuseAMissingOwnerOnlyWhenItIsAskedFor() {
        Connections connections =
                Connections.to(dataSource(), properties(owner("o", Optional.empty(), Optional.empty()), NO_FILE));

        assertThat(connections.applicationLogin().username()).isEqualTo("app");
        assertThatThrownBy(connections::owner)
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("Eigentümer-Rolle");
    }

    @Test
    void refuseOneRoleForBoth() {
        Connections connections =
                Connections.to(dataSource(), properties(owner("app", Optional.of("b"), Optional.empty()), NO_FILE));

        assertThatThrownBy(connections::owner)
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("two roles");
    }

    @Test
    void nameAnUnreadablePasswordFile() {
        Path missing = folder.resolve("missing");
        Connections connections = Connections.to(
                dataSource(), properties(owner("o", Optional.empty(), Optional.of(missing.toString())), NO_FILE));

        assertThatThrownBy(connections::owner)
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining(missing.toString());
    }

    @Test
    void showTheirAddressWithoutParameters() {
        Connections connections =
                Connections.to(dataSource(), properties(owner("o", Optional.empty(), Optional.empty()), NO_FILE));

        assertThat(connections.publicUrl()).isEqualTo("jdbc:postgresql://db/r");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static DataSourceProperties dataSource() {
        DataSourceProperties dataSource = new DataSourceProperties();
        dataSource.setUrl("jdbc:postgresql://db/r?password=x");
        dataSource.setUsername("app");
        return dataSource;
    }

    private static DatabaseProperties.Owner owner(String name, Optional<String> password, Optional<String> file) {
        return new DatabaseProperties.Owner(name, password, file);
    }

    private static DatabaseProperties properties(
            DatabaseProperties.Owner owner, DatabaseProperties.Application application) {
        return new DatabaseProperties("unused", Optional.empty(), 0, 50, owner, application);
    }
}
