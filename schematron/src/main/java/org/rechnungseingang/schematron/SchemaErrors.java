package org.rechnungseingang.schematron;

import java.util.ArrayList;
import java.util.List;
import javax.xml.validation.ValidatorHandler;
import org.rechnungseingang.document.BinaryStub;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Enough;
import org.rechnungseingang.document.Forwarding;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What the complete schema processor says of one document: at most a hundred errors, in document order. */
final class SchemaErrors extends Forwarding implements ErrorHandler {

    /** More do not help anybody, and a hostile file has millions. */
    private static final int MOST = 100;

    /** Looking at the clock costs more than an element. */
    private static final int ELEMENTS_A_LOOK = 1024;

    private final Deadline deadline;
    private final List<SchemaError> errors = new ArrayList<>();
    private int elements;

    private SchemaErrors(ValidatorHandler schema, Deadline deadline) {
        super(schema);
        this.deadline = deadline;
        schema.setErrorHandler(this);
    }

    /** The errors of a document that is known to be well-formed. */
    static List<SchemaError> of(Document document, ValidatorHandler schema, Deadline deadline) {
        SchemaErrors errors = new SchemaErrors(schema, deadline);
        document.parse(new BinaryStub(errors));
        return errors.errors;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        elements++;
        if (elements % ELEMENTS_A_LOOK == 0) {
            deadline.check();
        }
        super.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void warning(SAXParseException warning) {}

    @Override
    public void error(SAXParseException error) throws SAXException {
        errors.add(SchemaError.of(error));
        if (errors.size() == MOST) {
            throw new Enough();
        }
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
        error(error);
    }
}
