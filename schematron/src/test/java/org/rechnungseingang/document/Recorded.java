package org.rechnungseingang.document;

import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.ext.Attributes2;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.ext.Locator2;
import org.xml.sax.helpers.LocatorImpl;

/** Writes down all that a handler is told, texts in one piece, and the places of all else but starts of sections. */
final class Recorded extends DefaultHandler2 {

    private final StringBuilder events = new StringBuilder();
    private Locator locator = new LocatorImpl();

    String events() {
        return events.toString();
    }

    private void add(String event) {
        events.append('\u0001').append(event);
    }

    private void addWithPlace(String event) {
        add(locator.getLineNumber() + ":" + locator.getColumnNumber() + " " + event);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
        add("locator");
    }

    @Override
    public void startDocument() {
        addWithPlace("document of XML " + ((Locator2) locator).getXMLVersion() + locator.getPublicId()
                + locator.getSystemId());
    }

    @Override
    public void endDocument() {
        addWithPlace("end of document");
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) {
        addWithPlace(prefix + " = " + uri);
    }

    @Override
    public void endPrefixMapping(String prefix) {
        addWithPlace("end of " + prefix);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        addWithPlace("<" + uri + " " + localName + " " + qName);
        Attributes2 more = (Attributes2) attributes;
        for (int i = 0; i < attributes.getLength(); i++) {
            add(attributes.getURI(i) + " " + attributes.getLocalName(i) + " " + attributes.getQName(i) + " "
                    + attributes.getType(i) + more.isDeclared(i) + more.isSpecified(i) + " = "
                    + attributes.getValue(i));
        }
        events.append('\u0001');
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        addWithPlace("</" + uri + " " + localName + " " + qName + "\u0001");
    }

    @Override
    public void characters(char[] text, int start, int length) {
        events.append(text, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) {
        add("ignorable");
    }

    @Override
    public void processingInstruction(String target, String data) {
        addWithPlace("?" + target + " " + data + "\u0001");
    }

    @Override
    public void comment(char[] text, int start, int length) {
        addWithPlace("!" + new String(text, start, length) + "\u0001");
    }

    @Override
    public void startCDATA() {
        add("[\u0001");
    }

    @Override
    public void endCDATA() {
        addWithPlace("]\u0001");
    }
}
