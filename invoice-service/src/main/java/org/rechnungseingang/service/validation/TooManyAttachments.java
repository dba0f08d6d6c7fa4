package org.rechnungseingang.service.validation;

/** That a file carries more attachments than are looked at, and what to do about it, in words for its sender. */
final class TooManyAttachments {

    private TooManyAttachments() {}

    static Reason reason(int most) {
        return new Reason(
                "Die Datei enthält mehr als %d Anlagen und wird darum nicht automatisch geprüft. Bitte Anlagen zusammenfassen, etwa mehrere Belege in einem PDF, oder auf mehrere Rechnungen verteilen und neu senden."
                        .formatted(most),
                "The file carries more than %d attachments and is therefore not checked automatically. Please combine attachments, such as several vouchers in one PDF, or spread them over several invoices, and send it anew."
                        .formatted(most));
    }
}
