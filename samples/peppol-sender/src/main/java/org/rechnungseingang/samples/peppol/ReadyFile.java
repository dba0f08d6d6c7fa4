package org.rechnungseingang.samples.peppol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells by a file of properties that a program is ready, and where it listens. */
final class ReadyFile {

    private ReadyFile() {}

    /** Appears as a whole or not at all. */
    static void write(Path file, Map<String, Object> facts) throws IOException {
        String text = facts.entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue() + "\n")
                .sorted()
                .collect(Collectors.joining());
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
