package org.rechnungseingang.document;

import java.util.HashSet;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.ext.LexicalHandler;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.LocatorImpl;

/** Stands before the handler and leaves with {@link OutOfBounds} as soon as a bound is broken. */
final class BoundedHandler extends DefaultHandler2 {

    private final Bounds bounds;
    private final DefaultHandler handler;
    private final LexicalHandler lexical;

    private final Set<String> names = new HashSet<>();
    private int depth;
    private int elements;
    private int declarations;
    private int instructions;
    private int comments;
    private int digits;
    private boolean number;
    private Locator locator = new LocatorImpl();

    BoundedHandler(Bounds bounds, DefaultHandler handler) {
        this.bounds = bounds;
        this.handler = handler;
        this.lexical = handler instanceof LexicalHandler interested ? interested : new DefaultHandler2();
    }

    /** A fault of the bytes themselves, which the parser reports without a place. */
    Parsing.NotWellFormed notWellFormed(String text) {
        return new Parsing.NotWellFormed(
                Math.max(1, locator.getLineNumber()), Math.max(1, locator.getColumnNumber()), text);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
        handler.setDocumentLocator(locator);
    }

    @Override
    public void startDocument() throws SAXException {
        handler.startDocument();
    }

    @Override
    public void endDocument() throws SAXException {
        handler.endDocument();
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        declarations++;
        hold(declarations <= bounds.attributes(), Refusal.ATTRIBUTES);
        hold(prefix.length() <= bounds.name(), Refusal.NAME);
        meet(prefix);
        meet(uri);
        handler.startPrefixMapping(prefix, uri);
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        handler.endPrefixMapping(prefix);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        depth++;
        elements++;
        hold(depth <= bounds.depth(), Refusal.DEPTH);
        hold(elements <= bounds.elements(), Refusal.ELEMENTS);
        hold(declarations + attributes.getLength() <= bounds.attributes(), Refusal.ATTRIBUTES);
        hold(qName.length() <= bounds.name(), Refusal.NAME);
        meet(qName);
        checkAttributes(attributes);
        declarations = 0;
        digits = 0;
        number = Digits.isNumber(localName);
        handler.startElement(uri, localName, qName, attributes);
    }

    private void meet(String name) throws SAXException {
        if (names.add(name)) {
            hold(names.size() <= bounds.names(), Refusal.NAMES);
        }
    }

    private void checkAttributes(Attributes attributes) throws SAXException {
        for (int i = 0; i < attributes.getLength(); i++) {
            hold(attributes.getQName(i).length() <= bounds.name(), Refusal.NAME);
            meet(attributes.getQName(i));
            digits = 0;
            String value = attributes.getValue(i);
            for (int at = 0; at < value.length(); at++) {
                countRun(value.charAt(at));
            }
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        depth--;
        digits = 0;
        number = false;
        handler.endElement(uri, localName, qName);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        // Comments and sections split a text into several events, so the count goes on until the element ends.
        if (number) {
            for (int at = start; at < start + length; at++) {
                countDigit(text[at]);
            }
        } else {
            countRuns(text, start, length);
        }
        handler.characters(text, start, length);
    }

    /** Goes over megabytes of attachments. */
    private void countRuns(char[] text, int start, int length) throws SAXException {
        int most = bounds.digitRun();
        int run = digits;
        for (int at = start; at < start + length; at++) {
            run = Digits.isDigit(text[at]) ? run + 1 : 0;
            hold(run <= most, Refusal.DIGITS);
        }
        digits = run;
    }

    private void countDigit(char character) throws SAXException {
        if (Digits.isDigit(character)) {
            digits++;
            hold(digits <= bounds.digits(), Refusal.DIGITS);
        }
    }

    private void countRun(char character) throws SAXException {
        digits = Digits.isDigit(character) ? digits + 1 : 0;
        hold(digits <= bounds.digitRun(), Refusal.DIGITS);
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
        handler.ignorableWhitespace(text, start, length);
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
        instructions++;
        hold(instructions <= bounds.instructions(), Refusal.INSTRUCTIONS);
        hold(target.length() <= bounds.name(), Refusal.NAME);
        handler.processingInstruction(target, data);
    }

    @Override
    public void comment(char[] text, int start, int length) throws SAXException {
        comments++;
        hold(comments <= bounds.comments(), Refusal.COMMENTS);
        lexical.comment(text, start, length);
    }

    @Override
    public void startCDATA() throws SAXException {
        lexical.startCDATA();
    }

    @Override
    public void endCDATA() throws SAXException {
        lexical.endCDATA();
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) throws SAXException {
        throw new OutOfBounds(Refusal.DOCTYPE);
    }

    @Override
    public void skippedEntity(String name) throws SAXException {
        throw new OutOfBounds(Refusal.ENTITY);
    }

    @Override
    public InputSource resolveEntity(String name, String publicId, String baseUri, String systemId)
            throws SAXException {
        throw new OutOfBounds(Refusal.ENTITY);
    }

    @Override
    public void error(SAXParseException fault) throws SAXException {
        throw fault;
    }

    @Override
    public void fatalError(SAXParseException fault) throws SAXException {
        throw fault;
    }

    private static void hold(boolean holds, Refusal refusal) throws SAXException {
        if (!holds) {
            throw new OutOfBounds(refusal);
        }
    }
}
