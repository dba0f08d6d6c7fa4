package org.rechnungseingang.service.peppol.as4;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A gzip file with nothing behind it: what does not belong to it the JDK passes over in silence. */
final class WholeGzip extends GZIPInputStream {

    private static final int BUFFER = 1 << 16;
    private static final int TRAILER = 8;

    private int unread;

    /** Of a stream that knows how many bytes it has left. */
    WholeGzip(InputStream file) throws IOException {
        super(file, BUFFER);
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        unread = in.available();
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        int read = super.read(into, start, length);
        if (read < 0 && inf.getRemaining() + unread != TRAILER) {
            throw new ZipException("Something follows the gzip file");
        }
        return read;
    }
}
