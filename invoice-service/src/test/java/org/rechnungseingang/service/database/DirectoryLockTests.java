package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTests {

    @TempDir
    private Path folder;

    @Test
    void refusesASecondOwnerInTheSameProcess() {
        ServerHome home = ServerHome.open(folder);

        try (DirectoryLock first = DirectoryLock.take(home)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DirectoryLock.take(home))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("PID " + ProcessHandle.current().pid());
        }
    }

    @Test
    void canBeTakenAgainAfterwards() {
        ServerHome home = ServerHome.open(folder);
        DirectoryLock.take(home).close();

        try (DirectoryLock second = DirectoryLock.take(home)) {
            assertThat(second).isNotNull();
        }
    }

    @Test
    void doesNotBelieveTheNoteOfADeadProcess() throws IOException {
        ServerHome home = ServerHome.open(folder);
        // In a container every service has the same number; the start time tells them apart.
        Files.writeString(
                home.holder(),
                "PID %d, root, 2020-01-01T00:00:00Z"
                        .formatted(ProcessHandle.current().pid()));

        try (DirectoryLock lock = DirectoryLock.take(home)) {
            assertThat(lock).isNotNull();
        }
    }
}
