package org.rechnungseingang.service.approval;

import java.util.Optional;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.springframework.stereotype.Component;

/** Reads what a case's invoice asks for. Holds no connection while it parses. */
@Component
class ReadDemand {

    private final InvoiceCases cases;
    private final Originals originals;

    ReadDemand(InvoiceCases cases, Originals originals) {
        this.cases = cases;
        this.originals = originals;
    }

    /** The invoice of the case; empty if there is no such case or it has none that can be read. */
    Optional<Invoice> invoice(ReceiptNumber number) {
        return cases.find(number)
                .flatMap(InvoiceCase::document)
                .map(originals::read)
                .flatMap(bytes -> Invoices.read(Document.of(bytes)).invoice());
    }
}
