package org.rechnungseingang.document;

/**
 * A PDF could not be read for a reason that may lie with this machine: the process that read it was ended, or took too
 * long. Says nothing about the PDF; a later attempt may succeed.
 */
public class ExtractionFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExtractionFailed(String message) {
        super(message);
    }

    ExtractionFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
