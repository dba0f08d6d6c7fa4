package org.rechnungseingang.service.routing;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.Contact;
import org.rechnungseingang.invoice.Identifier;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.service.routing.InvoiceAssigned.Because;

/** A part of the invoice that can tell its office where the routing id does not. */
enum RoutingField {
    ORDER_NUMBER(Because.ORDER_NUMBER, invoice -> invoice.references().purchaseOrder().stream()),
    PROJECT(Because.PROJECT, invoice -> invoice.references().project().stream()),
    SELLER_ID(
            Because.SELLER_ID,
            invoice -> invoice.seller().identifiers().stream().map(Identifier::value)),
    DEPARTMENT(Because.DEPARTMENT, invoice -> contact(invoice, Contact::point)),
    CONTACT(
            Because.CONTACT,
            invoice -> Stream.concat(contact(invoice, Contact::telephone), contact(invoice, Contact::email)));

    private final Because because;
    private final Function<Invoice, Stream<String>> values;

    RoutingField(Because because, Function<Invoice, Stream<String>> values) {
        this.because = because;
        this.values = values;
    }

    Because because() {
        return because;
    }

    /** What stands there, as written. */
    Stream<String> values(Invoice invoice) {
        return values.apply(invoice);
    }

    private static Stream<String> contact(Invoice invoice, Function<Contact, Optional<String>> part) {
        return invoice.buyer().contact().flatMap(part).stream();
    }
}
