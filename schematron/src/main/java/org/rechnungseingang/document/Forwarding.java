package org.rechnungseingang.document;

import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.ext.LexicalHandler;

/** Hands every event on to a content handler, comments too if it takes them: they split texts, and rules see that. */
public class Forwarding extends DefaultHandler2 {

    private final ContentHandler target;
    private final LexicalHandler lexical;

    public Forwarding(ContentHandler target) {
        this.target = target;
        this.lexical = target instanceof LexicalHandler interested ? interested : new DefaultHandler2();
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        target.setDocumentLocator(locator);
    }

    @Override
    public void startDocument() throws SAXException {
        target.startDocument();
    }

    @Override
    public void endDocument() throws SAXException {
        target.endDocument();
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        target.startPrefixMapping(prefix, uri);
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        target.endPrefixMapping(prefix);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        target.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        target.endElement(uri, localName, qName);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        target.characters(text, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
        target.ignorableWhitespace(text, start, length);
    }

    @Override
    public void processingInstruction(String name, String data) throws SAXException {
        target.processingInstruction(name, data);
    }

    @Override
    public void comment(char[] text, int start, int length) throws SAXException {
        lexical.comment(text, start, length);
    }
}
