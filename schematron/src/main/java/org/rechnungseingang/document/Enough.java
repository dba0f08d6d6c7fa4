package org.rechnungseingang.document;

import org.xml.sax.SAXException;

/** Thrown by a handler that needs nothing more of the document. */
public final class Enough extends SAXException {

    private static final long serialVersionUID = 1L;

    public Enough() {
        super("enough was read");
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
