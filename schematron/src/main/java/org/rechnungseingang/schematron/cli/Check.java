package org.rechnungseingang.schematron.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.rechnungseingang.document.Content;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.schematron.Verdict;

/** From the bytes of a file to a verdict. */
record Check(Validator validator, LocalDate on, Optional<String> rules) {

    /** Whether the rule set that was asked for exists on that day. */
    boolean knowsRules() {
        return rules.map(name -> validator.knows(name, on)).orElse(true);
    }

    Verdict check(byte[] bytes) {
        return switch (Content.of(bytes)) {
            case PDF -> pdf(bytes);
            case PNG, JPEG, ZIP ->
                new Verdict.Refused(
                        "not-xml",
                        "Das ist ein Bild oder Archiv und keine E-Rechnung. Bitte XRechnung oder ZUGFeRD senden.",
                        "This is a picture or an archive and no e-invoice. Please send XRechnung or ZUGFeRD.");
            case XML, TEXT, EMPTY, UNKNOWN -> xml(bytes);
        };
    }

    /** The one place where an invoice comes out of a PDF; until it is unpacked here, a PDF is not judged. */
    private static Verdict pdf(byte[] bytes) {
        return new Verdict.Refused(
                "pdf",
                "Das ist ein PDF mit %d Bytes; hier werden nur XML-Dateien geprüft.".formatted(bytes.length),
                "This is a PDF of %d bytes; only XML files are checked here.".formatted(bytes.length));
    }

    private Verdict xml(byte[] bytes) {
        Document document = Document.of(bytes);
        return rules.flatMap(name -> validator.check(document, on, name))
                .orElseGet(() -> validator.check(document, on));
    }
}
