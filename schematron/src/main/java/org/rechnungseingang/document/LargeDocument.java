package org.rechnungseingang.document;

import java.io.InputStream;
import org.xml.sax.helpers.DefaultHandler;

/** A document that is too large to be held in memory for nothing: what invoices travel in. */
public final class LargeDocument {

    private LargeDocument() {}

    /**
     * Sends the document to the handler as it is read; never throws for what it contains.
     *
     * @param document from memory or a file of ours, so that reading does not fail; how many bytes it has is not looked at
     */
    public static Parsing parse(InputStream document, Bounds bounds, DefaultHandler handler) {
        return new Parser(bounds).readAny(document, new BoundedHandler(bounds, handler));
    }
}
