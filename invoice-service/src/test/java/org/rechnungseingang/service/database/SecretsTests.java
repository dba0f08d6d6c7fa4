package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    private Path folder;

    @Test
    void areReadBackAsTheyWereWritten() throws IOException {
        Secrets secrets = Secrets.generate();

        secrets.write(folder.resolve("secrets"));

        assertThat(Secrets.read(folder.resolve("secrets"))).contains(secrets);
    }

    @Test
    void areReadableByTheirOwnerOnly() throws IOException {
        Secrets.generate().write(folder.resolve("secrets"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rw-------");
    }

    @Test
    void replaceAHalfWrittenDraft() throws IOException {
        Files.writeString(folder.resolve("secrets.new"), "postgres=ha");
        Secrets secrets = Secrets.generate();

        secrets.write(folder.resolve("secrets"));

        assertThat(Secrets.read(folder.resolve("secrets"))).contains(secrets);
    }

    @Test
    void areUnknownWithoutAFile() throws IOException {
        assertThat(Secrets.read(folder.resolve("secrets"))).isEmpty();
    }

    @Test
    void differEachTimeAndAreNeverPrinted() {
        Secrets secrets = Secrets.generate();

        assertThat(secrets).isNotEqualTo(Secrets.generate());
        assertThat(secrets.owner()).hasSize(32).isNotEqualTo(secrets.application());
        assertThat(secrets + " " + secrets.ownerLogin()).doesNotContain(secrets.owner());
    }
}
