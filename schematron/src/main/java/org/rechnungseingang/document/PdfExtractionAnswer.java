package org.rechnungseingang.document;

import java.util.Optional;

/** What came back from the process: a result, or its death. */
record PdfExtractionAnswer(Optional<PdfExtractionResult> result) {

    static final PdfExtractionAnswer DEATH = new PdfExtractionAnswer(Optional.empty());

    static PdfExtractionAnswer of(PdfExtractionResult result) {
        return new PdfExtractionAnswer(Optional.of(result));
    }

    boolean isDeath() {
        return result.isEmpty();
    }
}
