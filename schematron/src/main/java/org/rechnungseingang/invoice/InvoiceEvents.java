package org.rechnungseingang.invoice;

import java.util.Optional;
import org.rechnungseingang.document.Base64Text;
import org.rechnungseingang.document.Enough;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads an invoice along with somebody else: takes the parser's events beside another handler, so that a document need
 * be parsed once only. Never throws for what the document contains; for one document only.
 */
public final class InvoiceEvents extends DefaultHandler {

    private final TreeBuilder tree;
    private boolean isInvoice = true;

    /** Takes what knows the embedded file that ends. */
    public InvoiceEvents(Base64Text files) {
        this.tree = new TreeBuilder(files);
    }

    /** The invoice, after the last event of a document that is well-formed; empty if it is none. */
    public Optional<Reading.Read> read() {
        return isInvoice ? tree.invoice().map(Invoices::read) : Optional.empty();
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        tree.setDocumentLocator(locator);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        try {
            if (isInvoice) {
                tree.startElement(uri, localName, qName, attributes);
            }
        } catch (Enough e) {
            isInvoice = false;
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (isInvoice) {
            tree.characters(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (isInvoice) {
            tree.endElement(uri, localName, qName);
        }
    }
}
