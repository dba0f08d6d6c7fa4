package org.rechnungseingang.schematron.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.rechnungseingang.document.Content;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.ExtractionFailed;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.document.PdfExtractionResult;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.PdfComparison;
import org.rechnungseingang.schematron.Shadow;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.schematron.Verdict;

/** From the bytes of a file to a verdict. */
record Check(Validator validator, PdfExtraction extraction, LocalDate on, Optional<String> rules) {

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
            case MAIL ->
                new Verdict.Refused(
                        "not-xml",
                        "Das ist eine E-Mail und keine E-Rechnung. Bitte die Datei aus ihrem Anhang prüfen.",
                        "This is a mail and no e-invoice. Please check the file attached to it.");
            case XML, TEXT, EMPTY, UNKNOWN -> xml(bytes);
        };
    }

    /** What the next version of the rules would find, if the file was evaluated by rules and a next version is known. */
    Optional<Shadow> shadow(byte[] bytes, Verdict verdict) {
        return verdict instanceof Verdict.Checked checked
                ? invoice(bytes).flatMap(xml -> validator.shadow(Document.of(xml), on, checked))
                : Optional.empty();
    }

    private Optional<byte[]> invoice(byte[] bytes) {
        if (Content.of(bytes) != Content.PDF) {
            return Optional.of(bytes);
        }
        return extraction.extract(bytes) instanceof PdfExtractionResult.Found found
                ? Optional.of(found.xml())
                : Optional.empty();
    }

    private Verdict pdf(byte[] bytes) {
        try {
            return pdf(extraction.extract(bytes));
        } catch (ExtractionFailed e) {
            return new Verdict.Failed(
                    Optional.empty(),
                    "pdf",
                    "Das PDF konnte auf diesem Rechner nicht gelesen werden.",
                    "The PDF could not be read on this machine: " + e.getMessage(),
                    Findings.NONE,
                    Optional.of(e));
        }
    }

    private Verdict pdf(PdfExtractionResult result) {
        if (result instanceof PdfExtractionResult.Found found) {
            return withPages(xml(found.xml()), found);
        }
        if (result instanceof PdfExtractionResult.NoInvoice) {
            return new Verdict.Refused(
                    "pdf-without-invoice",
                    "Das PDF enthält keine E-Rechnung. Bitte XRechnung oder ZUGFeRD senden.",
                    "The PDF holds no e-invoice. Please send XRechnung or ZUGFeRD.");
        }
        if (result instanceof PdfExtractionResult.SeveralInvoices) {
            return new Verdict.Refused(
                    "pdf-several-invoices",
                    "Das PDF enthält mehrere verschiedene Rechnungen. Bitte jede Rechnung einzeln senden.",
                    "The PDF holds several different invoices. Please send each invoice alone.");
        }
        if (result instanceof PdfExtractionResult.Encrypted) {
            return new Verdict.Refused(
                    "pdf-encrypted",
                    "Das PDF lässt sich nur mit einem Kennwort öffnen. Bitte ohne Kennwort senden.",
                    "The PDF opens with a password only. Please send it without one.");
        }
        return result instanceof PdfExtractionResult.OverLimit
                ? new Verdict.Refused(
                        "pdf-over-limit",
                        "Das PDF ist zu groß oder braucht zu viel Speicher.",
                        "The PDF is too large or needs too much memory.")
                : new Verdict.Refused("pdf-unreadable", "Das PDF ist nicht lesbar.", "The PDF cannot be read.");
    }

    private static Verdict withPages(Verdict verdict, PdfExtractionResult.Found found) {
        return verdict instanceof Verdict.Checked checked
                ? checked.withOwn(PdfComparison.findings(Document.of(found.xml()), found.text()))
                : verdict;
    }

    private Verdict xml(byte[] bytes) {
        Document document = Document.of(bytes);
        return rules.flatMap(name -> validator.check(document, on, name))
                .orElseGet(() -> validator.check(document, on));
    }
}
