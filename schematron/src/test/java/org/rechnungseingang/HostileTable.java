package org.rechnungseingang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What hostile files cost, for people to read: one row a file, in {@code target/hostile}. */
public final class HostileTable {

    private static final int KIBI = 1024;

    private final String name;
    private final List<String> rows = new ArrayList<>();

    /** A table with that name and that title of the column for memory; the rest is the same in all. */
    public HostileTable(String name, String memory) {
        this.name = name;
        rows.add("| %s | size | processor time | %s | outcome |".formatted(name, memory));
        rows.add("|---|---|---|---|---|");
    }

    /** Adds a file: how large it is, what it cost, in bytes, and what came of it. */
    public void add(String what, long size, Duration processor, String memory, String outcome) {
        rows.add(String.format(
                Locale.ROOT,
                "| %s | %s | %.2f s | %s | %s |",
                what,
                bytes(size),
                processor.toMillis() / 1000.0,
                memory,
                outcome));
    }

    /** So many bytes, for people. */
    public static String bytes(long bytes) {
        if (bytes < KIBI) {
            return bytes + " B";
        }
        return bytes < KIBI * KIBI ? bytes / KIBI + " KiB" : bytes / KIBI / KIBI + " MiB";
    }

    /** Writes the table beside the other reports of the build. */
    public void write() {
        Path folder = Path.of("target", "hostile");
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".md"), String.join("\n", rows) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
