package org.rechnungseingang.service.peppol.as4;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Bytes that are worked on: in memory while they are few, else in a file without a name, which is gone with this process
 * however it ends.
 */
public final class Spool {

    private static final int IN_MEMORY = 256 << 10;
    private static final int PIECE = 64 << 10;

    private final ByteBuffer bytes;

    private Spool(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads the stream to its end.
     *
     * @param most so many bytes are allowed
     * @throws TooLarge if there are more
     */
    public static Spool of(InputStream in, long most) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        // Always to the start of the buffer: CXF's parser of MIME mistakes the end of a part elsewhere.
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            head.write(piece, 0, read);
            if (head.size() > most) {
                throw new TooLarge();
            }
            if (head.size() > IN_MEMORY) {
                return inFile(head.toByteArray(), in, most);
            }
        }
        return of(head.toByteArray());
    }

    /** These bytes, which are no longer the caller's. */
    public static Spool of(byte[] bytes) {
        return new Spool(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    /** So many bytes, written by the writer. */
    static Spool written(int size, Consumer<ByteBuffer> writer) {
        if (size <= IN_MEMORY) {
            ByteBuffer memory = ByteBuffer.allocate(size);
            writer.accept(memory);
            return new Spool(memory.flip().asReadOnlyBuffer());
        }
        try (FileChannel file = nameless()) {
            ByteBuffer mapped = file.map(FileChannel.MapMode.READ_WRITE, 0, size);
            writer.accept(mapped);
            return new Spool(mapped.flip().asReadOnlyBuffer());
        } catch (IOException e) {
            throw ours(e);
        }
    }

    private static Spool inFile(byte[] head, InputStream in, long most) throws IOException {
        try (FileChannel file = nameless()) {
            write(file, head, head.length);
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (file.position() + read > most) {
                    throw new TooLarge();
                }
                write(file, piece, read);
            }
            return new Spool(mapped(file));
        }
    }

    private static FileChannel nameless() {
        try {
            Path path = Files.createTempFile("as4-", "");
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Files.delete(path);
            return file;
        } catch (IOException e) {
            throw ours(e);
        }
    }

    private static void write(FileChannel file, byte[] bytes, int length) {
        try {
            file.write(ByteBuffer.wrap(bytes, 0, length));
        } catch (IOException e) {
            throw ours(e);
        }
    }

    private static ByteBuffer mapped(FileChannel file) {
        try {
            return file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
        } catch (IOException e) {
            throw ours(e);
        }
    }

    // A stream that breaks is its sender's fault, a file of ours that breaks is not.
    private static UncheckedIOException ours(IOException failure) {
        return new UncheckedIOException(failure);
    }

    /** How many bytes there are. */
    public int size() {
        return bytes.limit();
    }

    /** The bytes, from the first one, with a position of their own. */
    ByteBuffer buffer() {
        return bytes.duplicate().rewind();
    }

    /** The bytes, as often as wanted; marks can be set anywhere. */
    public InputStream open() {
        return new BufferStream(buffer());
    }

    /** All of them in memory. */
    public byte[] toBytes() {
        byte[] all = new byte[size()];
        buffer().get(all);
        return all;
    }

    /** There were more bytes than allowed. */
    public static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1;
    }

    /** A buffer as a stream. */
    private static final class BufferStream extends InputStream {

        private final ByteBuffer from;

        BufferStream(ByteBuffer from) {
            this.from = from.mark();
        }

        @Override
        public int read() {
            return from.hasRemaining() ? from.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int start, int length) {
            if (length > 0 && !from.hasRemaining()) {
                return -1;
            }
            int some = Math.min(length, from.remaining());
            from.get(into, start, some);
            return some;
        }

        @Override
        public int available() {
            return from.remaining();
        }

        @Override
        public boolean markSupported() {
            return true;
        }

        @Override
        public void mark(int most) {
            from.mark();
        }

        @Override
        public void reset() {
            from.reset();
        }
    }
}
