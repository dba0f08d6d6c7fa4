package org.rechnungseingang.service.peppol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.CRL;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.service.peppol.as4.CertificateFiles;

/** Revocation lists that somebody puts into files, each read anew when it has changed. */
final class RevocationLists {

    private final List<Path> files;
    private final Map<Path, Read> read = new ConcurrentHashMap<>();

    RevocationLists(List<Path> files) {
        this.files = List.copyOf(files);
        all();
    }

    /** All of them. */
    Collection<CRL> all() {
        return files.stream()
                .<CRL>flatMap(file -> read.compute(file, (path, last) -> current(path, last)).lists().stream())
                .toList();
    }

    private static Read current(Path file, @Nullable Read last) {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            return last != null && last.changed().equals(changed)
                    ? last
                    : new Read(changed, List.copyOf(CertificateFiles.revocationLists(file)));
        } catch (IOException e) {
            throw new IllegalStateException("The revocation list cannot be read: " + file, e);
        }
    }

    private record Read(FileTime changed, List<CRL> lists) {}
}
