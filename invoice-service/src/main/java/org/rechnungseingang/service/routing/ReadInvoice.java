package org.rechnungseingang.service.routing;

import java.util.Optional;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.springframework.stereotype.Component;

/** Reads the invoice of a case from its document. */
@Component
class ReadInvoice {

    private final Originals originals;

    ReadInvoice(Originals originals) {
        this.originals = originals;
    }

    /** The invoice; empty if the case has none that can be read. Holds no connection while it parses. */
    Optional<Invoice> of(InvoiceCase invoiceCase) {
        return invoiceCase
                .document()
                .map(originals::read)
                .flatMap(bytes -> Invoices.read(Document.of(bytes)).invoice());
    }
}
