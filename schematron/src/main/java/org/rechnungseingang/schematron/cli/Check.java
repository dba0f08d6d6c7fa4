package org.rechnungseingang.schematron.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.rechnungseingang.document.Content;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.ExtractionFailed;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.document.PdfExtractionResult;
import org.rechnungseingang.schematron.Findings;
import org.rechnungseingang.schematron.Shadow;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.schematron.Verdict;
import org.rechnungseingang.schematron.own.PdfComparison;

/**
 * From the bytes of a file to a verdict.
 *
 * @param rules the rule set to check by; empty for the one that the file names
 * @param looksAhead whether to check by the next version of the rules as well
 */
record Check(Validator validator, PdfExtraction extraction, LocalDate on, Optional<String> rules, boolean looksAhead) {

    Checked check(byte[] bytes) {
        return switch (Content.of(bytes)) {
            case PDF -> pdf(bytes);
            case PNG, JPEG, ZIP ->
                refused(
                        "not-xml",
                        "Das ist ein Bild oder Archiv und keine E-Rechnung. Bitte XRechnung oder ZUGFeRD senden.",
                        "This is a picture or an archive and no e-invoice. Please send XRechnung or ZUGFeRD.");
            case MAIL ->
                refused(
                        "not-xml",
                        "Das ist eine E-Mail und keine E-Rechnung. Bitte die Datei aus ihrem Anhang prüfen.",
                        "This is a mail and no e-invoice. Please check the file attached to it.");
            case XML, TEXT, EMPTY, UNKNOWN -> xml(bytes);
        };
    }

    private Checked pdf(byte[] bytes) {
        try {
            return pdf(extraction.extract(bytes));
        } catch (ExtractionFailed e) {
            return Checked.without(new Verdict.Failed(
                    Optional.empty(),
                    "pdf",
                    "Das PDF konnte auf diesem Rechner nicht gelesen werden.",
                    "The PDF could not be read on this machine: " + e.getMessage(),
                    Findings.NONE,
                    Optional.of(e)));
        }
    }

    private Checked pdf(PdfExtractionResult result) {
        if (result instanceof PdfExtractionResult.Found found) {
            Checked invoice = xml(found.xml());
            return invoice.with(withPages(invoice.verdict(), found));
        }
        if (result instanceof PdfExtractionResult.NoInvoice) {
            return refused(
                    "pdf-without-invoice",
                    "Das PDF enthält keine E-Rechnung. Bitte XRechnung oder ZUGFeRD senden.",
                    "The PDF holds no e-invoice. Please send XRechnung or ZUGFeRD.");
        }
        if (result instanceof PdfExtractionResult.SeveralInvoices) {
            return refused(
                    "pdf-several-invoices",
                    "Das PDF enthält mehrere verschiedene Rechnungen. Bitte jede Rechnung einzeln senden.",
                    "The PDF holds several different invoices. Please send each invoice alone.");
        }
        if (result instanceof PdfExtractionResult.Encrypted) {
            return refused(
                    "pdf-encrypted",
                    "Das PDF lässt sich nur mit einem Kennwort öffnen. Bitte ohne Kennwort senden.",
                    "The PDF opens with a password only. Please send it without one.");
        }
        return result instanceof PdfExtractionResult.OverLimit
                ? refused(
                        "pdf-over-limit",
                        "Das PDF ist zu groß oder braucht zu viel Speicher.",
                        "The PDF is too large or needs too much memory.")
                : refused("pdf-unreadable", "Das PDF ist nicht lesbar.", "The PDF cannot be read.");
    }

    private static Checked refused(String code, String german, String english) {
        return Checked.without(new Verdict.Refused(code, german, english));
    }

    private Checked xml(byte[] bytes) {
        Document document = Document.of(bytes);
        Verdict verdict = rules.flatMap(name -> validator.check(document, on, name))
                .orElseGet(() -> validator.check(document, on));
        return new Checked(verdict, Optional.of(document), shadow(document, verdict));
    }

    private static Verdict withPages(Verdict verdict, PdfExtractionResult.Found found) {
        return verdict instanceof Verdict.Checked checked
                ? checked.withOwn(PdfComparison.findings(Document.of(found.xml()), found.text()))
                : verdict;
    }

    private Optional<Shadow> shadow(Document document, Verdict verdict) {
        return looksAhead && verdict instanceof Verdict.Checked checked
                ? validator.shadow(document, on, checked)
                : Optional.empty();
    }
}
