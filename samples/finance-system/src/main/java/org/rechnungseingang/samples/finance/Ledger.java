package org.rechnungseingang.samples.finance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/** A file of JSON lines that only grows; what {@link #append} has returned from is on the disk. */
final class Ledger implements AutoCloseable {

    private final FileChannel file;
    private final List<Line> found;

    private Ledger(FileChannel file, List<Line> found) {
        this.file = file;
        this.found = found;
    }

    /** Opens the one in a directory, or begins it; a last line that was cut off is dropped. */
    static Ledger open(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel file = FileChannel.open(
                    directory.resolve("ledger.jsonl"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                throw new IllegalStateException("another finance system works with " + directory);
            }
            List<Line> found = read(file);
            return new Ledger(file, found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it held when it was opened. */
    List<Line> found() {
        return found;
    }

    void append(List<Line> lines) {
        String text = lines.stream()
                .map(line -> new String(Json.write(line), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining());
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> read(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            // As much as there is.
        }
        String text = new String(bytes.array(), StandardCharsets.UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        file.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
        file.position(file.size());
        return whole.lines()
                .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), Line.class))
                .toList();
    }
}
