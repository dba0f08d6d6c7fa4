package org.rechnungseingang.service.peppol;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A multipart body until its closing boundary (RFC 2046, 5.1.1). CXF takes the end of the request for the end of a part, so
 * that a message which was cut off would look like a wrong one; and what follows the boundary for another part.
 */
final class ClosingBoundary extends FilterInputStream {

    private final String closing;
    private String last = "";
    private boolean seen;

    ClosingBoundary(InputStream body, String boundary) {
        super(body);
        this.closing = "\n--" + boundary + "--";
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        int read = seen ? -1 : super.read(into, start, length);
        if (read <= 0) {
            return read;
        }
        String known = last + new String(into, start, read, StandardCharsets.ISO_8859_1);
        int at = known.indexOf(closing);
        seen = at >= 0;
        int end = at + closing.length() - last.length();
        last = known.substring(Math.max(0, known.length() - closing.length()));
        return seen ? end : read;
    }

    /** Leaves it open: CXF closes it behind the last part. */
    @Override
    public void close() {}

    /** Whether the last boundary went by. */
    boolean seen() {
        return seen;
    }
}
