package org.rechnungseingang.service.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sample invoices: every file of the folders {@code good} and {@code bad}, in the order of their names. */
final class Samples {

    private static final List<String> FOLDERS = List.of("good", "bad");

    private Samples() {}

    /** The files; none where the folder is not there. */
    static List<Path> in(Path folder) {
        return FOLDERS.stream()
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .flatMap(Samples::files)
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
