package org.rechnungseingang.invoice;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.document.Parsing;

/** What came of reading a document as an invoice. */
public sealed interface Reading {

    /** The invoice, if there is one. */
    default Optional<Invoice> invoice() {
        return Optional.empty();
    }

    /**
     * The document is an invoice; being read says nothing about being correct.
     *
     * @param content the invoice
     * @param unreadable fields whose text is not a value of their kind; they are empty in the invoice
     */
    record Read(Invoice content, List<UnreadableField> unreadable) implements Reading {

        /** Keeps its own copy of the list. */
        public Read {
            unreadable = List.copyOf(unreadable);
        }

        @Override
        public Optional<Invoice> invoice() {
            return Optional.of(content);
        }
    }

    /**
     * Well-formed XML, but neither UBL Invoice, UBL CreditNote nor CII.
     *
     * @param namespace the namespace of the root element, or empty
     * @param root the local name of the root element
     */
    record NotAnInvoice(String namespace, String root) implements Reading {}

    /**
     * The document could not be read to its end.
     *
     * @param parsing why; never {@link Parsing.WellFormed}
     */
    record Unreadable(Parsing parsing) implements Reading {}
}
