package org.rechnungseingang.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTests {

    private static final Path SAMPLES =
            Path.of(System.getProperty("basedir", ".")).resolve("../samples");

    @TempDir
    private Path folder;

    @Test
    void ofTheProgramAreAllThere() {
        assertThat(Samples.ofProgram(SAMPLES)).hasSameSizeAs(Samples.OF_PROGRAM);
    }

    @Test
    void ofTheProgramComeInTheOrderOfTheirNames() throws IOException {
        Path second = file("good/ubl-13-iso-8859-15.xml");
        Path first = file("bad/summe-positionen.xml");
        file("good/other.xml");
        file("manifest.json");

        assertThat(Samples.ofProgram(folder)).containsExactly(first, second);
    }

    @Test
    void areNoneWhereThereIsNoFolder() {
        assertThat(Samples.ofProgram(folder.resolve("missing"))).isEmpty();
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }
}
