package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerHomeTests {

    private static final int NOBODY = 65534;

    @TempDir
    private Path folder;

    @Test
    void isMadeForItsOwnerOnly() throws IOException {
        ServerHome home = ServerHome.open(folder.resolve("a/b c"));

        assertThat(Files.getPosixFilePermissions(home.root())).isEqualTo(ServerHome.OWNER_ONLY);
    }

    @Test
    void refusesADirectoryOfAnotherUser() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("foreign"));
        giveAway(directory);

        assertThatThrownBy(() -> ServerHome.open(directory))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("foreign gehört dem Benutzer mit der Nummer 65534");
    }

    @Test
    void refusesDataOfAnotherUser() throws IOException {
        giveAway(Files.createDirectory(folder.resolve("cluster")));

        assertThatThrownBy(() -> ServerHome.open(folder))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("cluster belongs to the user with number 65534");
    }

    @Test
    void refusesAPathThatIsAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> ServerHome.open(file))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("cannot be made or written to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a$b", "a`b", "a\\b", "a'b", "a\nb"})
    void refusesNamesThatAShellWouldMisread(String name) {
        assertThatThrownBy(() -> ServerHome.open(folder.resolve(name)))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("characters");
    }

    private static void giveAway(Path path) throws IOException {
        assumeThat(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                .as("only root can give a directory away")
                .isEqualTo(0);
        Files.setAttribute(path, "unix:uid", NOBODY);
    }
}
