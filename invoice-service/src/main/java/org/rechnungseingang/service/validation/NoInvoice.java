package org.rechnungseingang.service.validation;

import java.util.Map;
import org.rechnungseingang.document.Content;
import org.rechnungseingang.document.PdfExtractionResult;

/** Why a file holds no e-invoice, in words for its sender. What to send instead is said where it is shown. */
final class NoInvoice {

    private static final Reason UNKNOWN =
            new Reason("Das Format der Datei ist unbekannt.", "The format of the file is unknown.");
    private static final Map<Content, Reason> BY_CONTENT = Map.of(
            Content.PNG, new Reason("Die Datei ist ein Bild (PNG).", "The file is a picture (PNG)."),
            Content.JPEG, new Reason("Die Datei ist ein Bild (JPEG).", "The file is a picture (JPEG)."),
            Content.ZIP,
                    new Reason(
                            "Die Datei ist ein ZIP-Archiv oder eine Office-Datei.",
                            "The file is a ZIP archive or an office file."),
            Content.MAIL,
                    new Reason(
                            "Die E-Mail enthält keine E-Rechnung, die hier gelesen werden kann: weder eine XML-Datei noch ein PDF"
                                    + " mit eingebetteter Rechnung (ZUGFeRD). Bitte senden Sie die Rechnung als XRechnung oder ZUGFeRD"
                                    + " im Anhang einer E-Mail.",
                            "The mail carries no e-invoice that can be read here: neither an XML file nor a PDF with an embedded"
                                    + " invoice (ZUGFeRD). Please send the invoice as XRechnung or ZUGFeRD, attached to a mail."),
            Content.TEXT, new Reason("Die Datei ist reiner Text.", "The file is plain text."),
            Content.EMPTY, new Reason("Die Datei ist leer.", "The file is empty."));

    private NoInvoice() {}

    static Reason because(Content content) {
        return BY_CONTENT.getOrDefault(content, UNKNOWN);
    }

    static Reason because(PdfExtractionResult result, ReadingLimits limits) {
        if (result instanceof PdfExtractionResult.NoInvoice) {
            return new Reason(
                    "Das PDF enthält keine eingebettete Rechnung (XML): Es ist ein Bild der Rechnung, keine E-Rechnung.",
                    "The PDF carries no embedded invoice (XML): it is a picture of the invoice, no e-invoice.");
        }
        if (result instanceof PdfExtractionResult.SeveralInvoices) {
            return new Reason(
                    "Das PDF enthält mehrere verschiedene Rechnungen; welche gilt, ist nicht zu erkennen.",
                    "The PDF carries several different invoices; which of them counts cannot be told.");
        }
        if (result instanceof PdfExtractionResult.Encrypted) {
            return new Reason(
                    "Das PDF ist mit einem Kennwort geschützt und kann nicht gelesen werden.",
                    "The PDF is protected by a password and cannot be read.");
        }
        if (result instanceof PdfExtractionResult.OverLimit over
                && over.limit() == PdfExtractionResult.Limit.ATTACHMENTS) {
            return TooManyAttachments.reason(limits.attachments());
        }
        return result instanceof PdfExtractionResult.OverLimit
                ? new Reason("Das PDF ist zu groß oder zu aufwendig.", "The PDF is too large or too expensive to open.")
                : new Reason("Das PDF ist beschädigt.", "The PDF is broken.");
    }
}
