package org.rechnungseingang.document;

/** The process that reads PDFs could not be started; the PDF had no part in it. */
public final class ExtractionNotStarted extends ExtractionFailed {

    private static final long serialVersionUID = 1;

    ExtractionNotStarted(Throwable cause) {
        super("the process that reads PDFs cannot be started: " + cause.getMessage(), cause);
    }
}
