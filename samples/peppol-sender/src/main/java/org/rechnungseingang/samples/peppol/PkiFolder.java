package org.rechnungseingang.samples.peppol;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder with a {@link MadeUpPki}; it is there as a whole or not at all. */
final class PkiFolder {

    /** With less left, all certificates are made anew. */
    private static final Duration LEAST_LEFT = Duration.ofDays(30);

    private static final String ROOT = "root.pem";

    private final Path folder;
    private final Clock clock;

    PkiFolder(Path folder, Clock clock) {
        this.folder = folder.toAbsolutePath();
        this.clock = clock;
    }

    /**
     * Makes the certificates unless they are there.
     *
     * @param length how long they hold
     * @param revocations the address at which this folder can be read, if any
     * @return whether it made them
     * @throws IOException also if something else is in the folder
     */
    boolean ensure(Duration length, String password, Optional<String> revocations)
            throws GeneralSecurityException, IOException {
        if (holds()) {
            return false;
        }
        boolean old = Files.exists(folder.resolve(ROOT));
        if (!old && !isEmpty()) {
            throw new FileAlreadyExistsException(folder + ": something else is in it");
        }
        Files.createDirectories(folder.getParent());
        Path fresh = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".part-");
        new MadeUpPki(fresh, password, Validity.of(clock.instant(), length), revocations).write();
        return put(fresh, old);
    }

    private boolean put(Path fresh, boolean old) throws GeneralSecurityException, IOException {
        try {
            if (old) {
                replace(fresh);
            } else {
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return true;
        } catch (FileSystemException e) {
            // Somebody else was quicker: his are as good.
            if (!holds()) {
                throw e;
            }
            delete(fresh);
            return false;
        }
    }

    private boolean holds() throws GeneralSecurityException, IOException {
        Path certificate = folder.resolve("access-point.pem");
        if (!Files.exists(certificate)) {
            return false;
        }
        Instant end = Pem.read(certificate).getNotAfter().toInstant();
        return end.isAfter(clock.instant().plus(LEAST_LEFT));
    }

    private boolean isEmpty() throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private void replace(Path fresh) throws IOException {
        Path old = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".old-");
        Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
    }

    private static void delete(Path directory) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(directory)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
