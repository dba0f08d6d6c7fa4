package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramArchiveTests {

    @TempDir
    private Path folder;

    @Test
    void isThereOnceWhenTwoUnpackItAtTheSameTime() throws IOException {
        CyclicBarrier start = new CyclicBarrier(2);

        List<CompletableFuture<Path>> two = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> unpackAfter(start)))
                .limit(2)
                .toList();

        Path program = two.get(0).join();
        assertThat(two.get(1).join()).isEqualTo(program);
        assertThat(program.resolve("bin/postgres")).isExecutable();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(program);
        }
    }

    private Path unpackAfter(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return ProgramArchive.unpackInto(folder);
    }
}
