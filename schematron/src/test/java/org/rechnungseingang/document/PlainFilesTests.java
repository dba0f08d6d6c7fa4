package org.rechnungseingang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the plain way against the JDK's parser on files that people wrote. */
class PlainFilesTests {

    private final List<Path> left = new ArrayList<>();

    @Test
    void readsTheSamplesLikeTheJdk() throws IOException {
        assertThat(readAll(Path.of("..", "samples"))).isGreaterThan(20);
        assertThat(left).extracting(Path::getFileName).containsExactly(Path.of("ubl-13-iso-8859-15.xml"));
    }

    @Test
    void readsTheRepositoryLikeTheJdk() throws IOException {
        assertThat(readAll(Path.of("..", "schematron", "src"), Path.of("..", "invoice-service", "src")))
                .isPositive();
        assertThat(left).isEmpty();
    }

    @Test
    void readsTheCorpusLikeTheJdk() throws IOException {
        Optional<Path> corpus = Optional.ofNullable(System.getProperty("corpus"))
                .filter(name -> !name.isBlank())
                .map(Path::of);
        assumeThat(corpus)
                .as("skipped: no corpus; give its folder with -Dcorpus=DIR")
                .isPresent();
        assertThat(readAll(corpus.orElseThrow())).isGreaterThan(500);
        assertThat(left).isEmpty();
    }

    private int readAll(Path... folders) throws IOException {
        int files = 0;
        for (Path folder : folders) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path file :
                        paths.filter(path -> path.toString().endsWith(".xml")).toList()) {
                    read(file);
                    files++;
                }
            }
        }
        return files;
    }

    /** With the line ends of both kinds of machines. */
    private void read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] other = text.replace("\n", "\r\n").replace("\r\r", "\r").getBytes(StandardCharsets.ISO_8859_1);
        if (read(bytes, file) == Likeness.LEFT | read(other, file) == Likeness.LEFT) {
            left.add(file);
        }
    }

    private static Likeness read(byte[] bytes, Path file) {
        try {
            return Likeness.of(bytes, Bounds.DEFAULT);
        } catch (AssertionError e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
