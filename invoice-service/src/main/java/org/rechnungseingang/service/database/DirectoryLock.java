package org.rechnungseingang.service.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The ownership of a server's directory: a lock of the operating system that ends with the process, however it ends.
 *
 * <p>POSIX drops a lock as soon as the process closes <em>any</em> descriptor of the file. A second attempt inside one
 * JVM must therefore never open the lock file; the holder file tells it beforehand.
 */
final class DirectoryLock implements AutoCloseable {

    private final ServerHome home;
    private final FileChannel channel;

    private DirectoryLock(ServerHome home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** Takes the directory for this process, or refuses and names the process that has it. */
    static synchronized DirectoryLock take(ServerHome home) {
        String self = describe(ProcessHandle.current());
        if (holder(home).equals(self)) {
            throw Refusals.held(home.root(), self);
        }
        try {
            FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                channel.close();
                throw Refusals.held(home.root(), holder(home));
            }
            Files.writeString(home.holder(), self);
            return new DirectoryLock(home, channel);
        } catch (IOException e) {
            throw Refusals.unusableDirectory(home.root(), e);
        }
    }

    /** Gives the directory back. */
    @Override
    public void close() {
        try {
            // The lock file stays: who deletes it lets two processes lock two files of the same name.
            Files.deleteIfExists(home.holder());
            channel.close();
        } catch (IOException e) {
            throw Refusals.unusableDirectory(home.root(), e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            @Nullable Object lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String holder(ServerHome home) {
        try {
            return Files.readString(home.holder());
        } catch (IOException e) {
            return "unbekannt / unknown";
        }
    }

    // The start time tells this process from an earlier one of the same number (in containers it is always 1).
    private static String describe(ProcessHandle process) {
        String started = process.info().startInstant().map(Instant::toString).orElse("?");
        String user = process.info().user().orElse("?");
        return "PID %d, %s, %s".formatted(process.pid(), user, started);
    }
}
