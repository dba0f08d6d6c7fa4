package org.rechnungseingang.document;

import org.xml.sax.SAXException;

/** Leaves the parser when a bound is broken. */
final class OutOfBounds extends SAXException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    OutOfBounds(Refusal refusal) {
        super(refusal.name());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
