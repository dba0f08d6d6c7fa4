package org.rechnungseingang.schematron.cli;

import java.util.Optional;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.schematron.Verdict;

/**
 * A file that was checked.
 *
 * @param verdict what the check came to
 * @param document the XML, if it came that far
 */
record Checked(Verdict verdict, Optional<Document> document) {

    static Checked without(Verdict verdict) {
        return new Checked(verdict, Optional.empty());
    }

    /** The invoice, read once more for its figures; only those who show them need it. */
    Optional<Invoice> invoice() {
        return document.flatMap(xml -> Invoices.read(xml).invoice());
    }
}
