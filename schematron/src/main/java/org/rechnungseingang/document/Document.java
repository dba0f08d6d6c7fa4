package org.rechnungseingang.document;

import org.xml.sax.helpers.DefaultHandler;

/** An XML document as it was received: the bytes, unchanged, and the only way to read them. Thread-safe. */
public final class Document {

    private final byte[] padded;
    private final int length;
    private final Bounds bounds;

    private Document(byte[] padded, int length, Bounds bounds) {
        this.padded = padded;
        this.length = length;
        this.bounds = bounds;
    }

    /** Takes over the bytes of one XML document, to be read within the default bounds; nothing is read yet. */
    public static Document of(byte[] bytes) {
        return of(bytes, Bounds.DEFAULT);
    }

    /** Takes over the bytes of one XML document, to be read within those bounds; nothing is read yet. */
    public static Document of(byte[] bytes, Bounds bounds) {
        // What is refused for its size needs no copy.
        byte[] read = bytes.length > bounds.bytes() ? bytes : Characters.padded(bytes);
        return new Document(read, bytes.length, bounds);
    }

    /**
     * Sends the document to the handler, with the events of the JDK's parser; never throws for what it contains. A text
     * may come in other pieces than from the JDK.
     * Comments and sections reach a handler that is a {@link org.xml.sax.ext.LexicalHandler} too. A handler may stop the
     * parser with {@link Enough}; any other SAX exception of a handler is a bug and thrown as such.
     */
    public Parsing parse(DefaultHandler handler) {
        return new Parser(bounds).parse(padded, length, handler);
    }
}
