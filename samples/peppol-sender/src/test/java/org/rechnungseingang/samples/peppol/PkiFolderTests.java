package org.rechnungseingang.samples.peppol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PkiFolderTests {

    private static final Duration LENGTH = Duration.ofDays(100);
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    private Path parent;

    @Test
    void isMadeOnce() throws Exception {
        assertThat(ensure(NOW)).isTrue();
        byte[] first = Files.readAllBytes(folder().resolve("root.pem"));

        assertThat(ensure(NOW.plus(Duration.ofDays(69)))).isFalse();

        assertThat(folder().resolve("root.pem")).hasBinaryContent(first);
        assertThat(inParent()).containsExactly("peppol");
    }

    @Test
    void isMadeAnewBeforeItsCertificatesEnd() throws Exception {
        ensure(NOW);
        byte[] first = Files.readAllBytes(folder().resolve("root.pem"));

        assertThat(ensure(NOW.plus(Duration.ofDays(71)))).isTrue();

        assertThat(Files.readAllBytes(folder().resolve("root.pem"))).isNotEqualTo(first);
        assertThat(inParent()).containsExactly("peppol");
    }

    @Test
    void isMadeInAnEmptyFolder() throws Exception {
        Files.createDirectories(folder());

        assertThat(ensure(NOW)).isTrue();
    }

    @Test
    void doesNotTouchAFolderWithSomethingElse() throws Exception {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("mine.txt"), "mine");

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> ensure(NOW));

        assertThat(folder().resolve("mine.txt")).hasContent("mine");
        assertThat(inParent()).containsExactly("peppol");
    }

    /** As the forks of a build do it; making them takes longer than beginning. */
    @Test
    void isMadeByOneOfTwoAtOnce() throws Exception {
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(this::made);
        boolean one = made();

        assertThat(List.of(one, other.get())).containsExactlyInAnyOrder(true, false);
        assertThat(inParent()).containsExactly("peppol");
    }

    private boolean made() {
        try {
            return ensure(NOW);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean ensure(Instant now) throws GeneralSecurityException, IOException {
        return new PkiFolder(folder(), Clock.fixed(now, ZoneOffset.UTC)).ensure(LENGTH, "x", Optional.empty());
    }

    private Path folder() {
        return parent.resolve("peppol");
    }

    private List<String> inParent() throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
