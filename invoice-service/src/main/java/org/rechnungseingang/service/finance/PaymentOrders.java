package org.rechnungseingang.service.finance;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Invoices;
import org.rechnungseingang.service.approval.InvoiceCertified;
import org.rechnungseingang.service.approval.InvoiceOrdered;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.journal.Entry;
import org.rechnungseingang.service.journal.Journal;
import org.rechnungseingang.service.journal.Recorded;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the order for a payment: the facts of the invoice from the document that was ordered, the people from the journal. */
@Component
class PaymentOrders {

    private final Originals originals;
    private final Journal journal;
    private final JsonMapper json;

    PaymentOrders(Originals originals, Journal journal, JsonMapper json) {
        this.originals = originals;
        this.journal = journal;
        this.json = json;
    }

    /** The same order each time: all it is made of never changes. */
    PaymentOrder write(Payment payment) {
        Optional<Invoice> invoice =
                Invoices.read(Document.of(originals.read(payment.document()))).invoice();
        List<Entry> history = journal.of(payment.caseId());
        return new PaymentOrder(
                payment,
                invoice.flatMap(Invoice::number),
                invoice.flatMap(Invoice::issueDate),
                invoice.flatMap(Invoice::dueDate),
                invoice.flatMap(Invoice::payeeName),
                who(history, payment, InvoiceCertified.class),
                who(history, payment, InvoiceOrdered.class).stream().findFirst());
    }

    private List<String> who(List<Entry> history, Payment payment, Class<? extends Recorded> did) {
        return history.stream()
                .filter(entry -> entry.kind().equals(did.getSimpleName()))
                .filter(entry -> json.readTree(entry.payload()).path("round").asInt(0) == payment.round())
                .map(Entry::by)
                .distinct()
                .toList();
    }
}
