package org.rechnungseingang.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTests {

    @TempDir
    private Path folder;

    @Test
    void areTheFilesOfGoodAndBadAndNothingElse() throws IOException {
        Path second = file("good/b.xml");
        Path first = file("good/a.xml");
        Path third = file("bad/a.pdf");
        file("README.md");
        file("manifest.json");
        file("other/c.xml");
        Files.createDirectory(folder.resolve("bad/folder"));

        assertThat(Samples.in(folder)).containsExactly(first, second, third);
    }

    @Test
    void areNoneWhereThereIsNoFolder() {
        assertThat(Samples.in(folder.resolve("missing"))).isEmpty();
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }
}
