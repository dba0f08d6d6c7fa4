package org.rechnungseingang.service.portal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A body that lies on disk while it arrives, so that a slow line holds none of the memory meant for large files. The file is
 * nobody else's and ends with the process at the latest.
 */
final class LongBody implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    private final FileChannel file;

    private LongBody() {
        try {
            Path path = Files.createTempFile("upload", ".body");
            this.file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException("No room on the disk for what is handed in", e);
        }
    }

    /** Reads the rest of a body whose first bytes are known, up to so many bytes altogether. */
    static LongBody read(byte[] head, InputStream rest, int atMost) {
        LongBody body = new LongBody();
        try {
            body.add(head, head.length);
            byte[] block = new byte[BLOCK];
            int left = atMost - head.length;
            for (int n = next(rest, block, left); n > 0; n = next(rest, block, left)) {
                body.add(block, n);
                left -= n;
            }
            return body;
        } catch (RuntimeException e) {
            body.close();
            throw e;
        }
    }

    private static int next(InputStream rest, byte[] block, int left) {
        try {
            return left <= 0 ? 0 : rest.readNBytes(block, 0, Math.min(block.length, left));
        } catch (IOException e) {
            // The sender has hung up or sends rubbish.
            throw Refusal.of(ProblemCode.BAD_REQUEST);
        }
    }

    private void add(byte[] bytes, int length) {
        try {
            ByteBuffer block = ByteBuffer.wrap(bytes, 0, length);
            while (block.hasRemaining()) {
                file.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No room on the disk for what is handed in", e);
        }
    }

    long length() {
        try {
            return file.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            ByteBuffer whole = ByteBuffer.allocate((int) file.size());
            file.position(0);
            while (whole.hasRemaining() && file.read(whole) >= 0) {}
            return whole.array();
        } catch (IOException e) {
            throw new UncheckedIOException("What was on disk cannot be read", e);
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
}
