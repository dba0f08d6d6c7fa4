package org.rechnungseingang.service.peppol;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body, of which no more is read than allowed, and no longer. */
final class BoundedWire extends FilterInputStream {

    private final WireLimits limits;
    private final long begun = System.nanoTime();
    private long count;

    BoundedWire(InputStream body, WireLimits limits) {
        super(body);
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        int read = super.read(into, start, length);
        count(Math.max(read, 0));
        return read;
    }

    /** CXF closes it at the last part's end, which is not that of what the sender sends. */
    @Override
    public void close() {}

    private void count(int read) throws TooMuch {
        count += read;
        if (count > limits.bytes()
                || System.nanoTime() - begun > limits.patience().toNanos()) {
            throw new TooMuch();
        }
    }

    /** The bound was reached. */
    static final class TooMuch extends IOException {

        private static final long serialVersionUID = 1;
    }
}
