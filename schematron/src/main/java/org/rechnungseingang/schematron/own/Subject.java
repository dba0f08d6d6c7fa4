package org.rechnungseingang.schematron.own;

import java.util.List;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.LeitwegId;
import org.rechnungseingang.invoice.Reading.Read;

/**
 * An invoice as our own checks look at it; what several of them ask for is worked out once.
 *
 * @param read the invoice and what in it could not be read
 * @param routing what BT-10 is
 * @param accounts the accounts of all ways to pay, in the order of the document
 */
record Subject(Read read, LeitwegId.Outcome routing, List<Account> accounts) {

    Subject {
        accounts = List.copyOf(accounts);
    }

    static Subject of(Read read) {
        Invoice invoice = read.content();
        return new Subject(read, invoice.leitwegId(), Account.all(invoice.paymentInstructions()));
    }

    Invoice invoice() {
        return read.content();
    }
}
