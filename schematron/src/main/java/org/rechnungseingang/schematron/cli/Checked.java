package org.rechnungseingang.schematron.cli;

import java.util.Optional;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.schematron.Shadow;
import org.rechnungseingang.schematron.Verdict;

/**
 * A file that was checked.
 *
 * @param verdict what the check came to
 * @param document the XML, if it came that far
 * @param shadow what the next version of the rules would find, if that was asked for and one is known
 */
record Checked(Verdict verdict, Optional<Document> document, Optional<Shadow> shadow) {

    static Checked without(Verdict verdict) {
        return new Checked(verdict, Optional.empty(), Optional.empty());
    }

    Checked with(Verdict more) {
        return new Checked(more, document, shadow);
    }

    /** The invoice, read once more for its figures; only those who show them need it. */
    Optional<Invoice> invoice() {
        return document.flatMap(xml -> Invoices.read(xml).invoice());
    }
}
