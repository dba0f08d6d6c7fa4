package org.rechnungseingang.schematron;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A town's own rules: every file {@code *.sch} of a folder, ISO Schematron with the query binding xslt2. They see the invoice
 * and nothing else: no files, no network, no Java, no environment. Their findings stand beside the official ones and
 * never change the outcome. Immutable; to be given to {@link Validator#with}.
 */
public final class LocalRules {

    /** A schema that has passed all checks, as the stylesheet it became. */
    record File(String name, String stylesheet) {}

    private final List<File> files;

    private LocalRules(List<File> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Reads and compiles the rules of that folder, not of folders in it.
     *
     * @throws LocalRulesRefused if one of the files cannot be used, or the folder cannot be read
     */
    public static LocalRules in(Path folder) {
        List<LocalRulesRefused.Fault> faults = new ArrayList<>();
        LocalEngine engine = new LocalEngine();
        List<File> files = new ArrayList<>();
        for (Path path : schemas(folder)) {
            LocalSchema schema = new LocalSchema(name(path), engine);
            schema.stylesheet(read(path)).ifPresent(text -> files.add(new File(name(path), text)));
            faults.addAll(schema.faults());
        }
        if (!faults.isEmpty()) {
            throw new LocalRulesRefused(faults);
        }
        return new LocalRules(files);
    }

    /** How many files there are. */
    public int size() {
        return files.size();
    }

    List<File> files() {
        return files;
    }

    private static List<Path> schemas(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> name(path).endsWith(".sch")).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static LocalRulesRefused unreadable(Path path, IOException cause) {
        String reason = cause.getClass().getSimpleName();
        return new LocalRulesRefused(List.of(new LocalRulesRefused.Fault(
                path.toString(), 0, "nicht lesbar (%s)".formatted(reason), "cannot be read (%s)".formatted(reason))));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
