package org.rechnungseingang.document;

import org.xml.sax.helpers.DefaultHandler;

/** An XML document as it was received: the bytes, unchanged, and the only way to read them. Thread-safe. */
public final class Document {

    private final byte[] bytes;
    private final Bounds bounds;

    private Document(byte[] bytes, Bounds bounds) {
        this.bytes = bytes;
        this.bounds = bounds;
    }

    /** Takes over the bytes of one XML document, to be read within the default bounds; nothing is read yet. */
    public static Document of(byte[] bytes) {
        return of(bytes, Bounds.DEFAULT);
    }

    /** Takes over the bytes of one XML document, to be read within those bounds; nothing is read yet. */
    public static Document of(byte[] bytes, Bounds bounds) {
        return new Document(bytes.clone(), bounds);
    }

    /**
     * Sends the document through the hardened parser to the handler; never throws for what the document contains.
     * Comments and sections reach a handler that is a {@link org.xml.sax.ext.LexicalHandler} too. A handler may stop the
     * parser with {@link Enough}; any other SAX exception of a handler is a bug and thrown as such.
     */
    public Parsing parse(DefaultHandler handler) {
        return new Parser(bounds).parse(bytes, new BoundedHandler(bounds, handler));
    }
}
