package org.rechnungseingang.schematron;

import java.util.ArrayList;
import java.util.List;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Parsing;
import org.rechnungseingang.invoice.InvoiceEvents;
import org.rechnungseingang.schematron.rules.OfficialRules;
import org.rechnungseingang.schematron.translated.Tree;
import org.rechnungseingang.schematron.translated.TreeBuilder;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** One pass over a document: its events go to the schema and, as long as that has nothing to say, into a tree. */
final class Reading extends Forwarding implements ErrorHandler {

    /** More do not help anybody, and a hostile file has millions. */
    private static final int MOST_ERRORS = 100;

    /** Looking at the clock costs more than an element. */
    private static final int ELEMENTS_A_LOOK = 1024;

    private final ContentHandler schema;
    private final TreeBuilder builder;
    private final Deadline deadline;
    private final InvoiceEvents invoice = new InvoiceEvents();
    private final List<SchemaError> errors = new ArrayList<>();
    private int elements;

    Reading(ContentHandler schema, Deadline deadline) {
        this(schema, new TreeBuilder(OfficialRules.names()), deadline);
    }

    private Reading(ContentHandler schema, TreeBuilder builder, Deadline deadline) {
        super(new Unindented(builder));
        this.schema = schema;
        this.builder = builder;
        this.deadline = deadline;
    }

    Parsing read(Document document) {
        return document.parse(new Beside(new BinaryStub(this), invoice));
    }

    /** The same document as an invoice. */
    InvoiceEvents invoice() {
        return invoice;
    }

    /** The schema's errors in document order, at most a hundred. */
    List<SchemaError> errors() {
        return errors;
    }

    /** The tree; there is one only if the document was well-formed and there were no errors. */
    Tree tree() {
        return builder.tree();
    }

    private boolean full() {
        return errors.size() >= MOST_ERRORS;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        schema.setDocumentLocator(locator);
        super.setDocumentLocator(locator);
    }

    @Override
    public void startDocument() throws SAXException {
        schema.startDocument();
        super.startDocument();
    }

    @Override
    public void endDocument() throws SAXException {
        if (!full()) {
            schema.endDocument();
        }
        if (errors.isEmpty()) {
            super.endDocument();
        }
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        if (!full()) {
            schema.startPrefixMapping(prefix, uri);
        }
        if (errors.isEmpty()) {
            super.startPrefixMapping(prefix, uri);
        }
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        if (!full()) {
            schema.endPrefixMapping(prefix);
        }
        if (errors.isEmpty()) {
            super.endPrefixMapping(prefix);
        }
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        elements++;
        if (elements % ELEMENTS_A_LOOK == 0) {
            deadline.check();
        }
        if (!full()) {
            schema.startElement(uri, localName, qName, attributes);
        }
        if (errors.isEmpty()) {
            super.startElement(uri, localName, qName, attributes);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        if (!full()) {
            schema.endElement(uri, localName, qName);
        }
        if (errors.isEmpty()) {
            super.endElement(uri, localName, qName);
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (!full()) {
            schema.characters(text, start, length);
        }
        if (errors.isEmpty()) {
            super.characters(text, start, length);
        }
    }

    @Override
    public void processingInstruction(String name, String data) throws SAXException {
        if (!full()) {
            schema.processingInstruction(name, data);
        }
        if (errors.isEmpty()) {
            super.processingInstruction(name, data);
        }
    }

    @Override
    public void comment(char[] text, int start, int length) throws SAXException {
        if (errors.isEmpty()) {
            super.comment(text, start, length);
        }
    }

    @Override
    public void warning(SAXParseException warning) {}

    @Override
    public void error(SAXParseException error) {
        if (!full()) {
            errors.add(SchemaError.of(error));
        }
    }

    @Override
    public void fatalError(SAXParseException error) {
        error(error);
    }
}
