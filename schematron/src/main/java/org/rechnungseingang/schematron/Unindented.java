package org.rechnungseingang.schematron;

import org.rechnungseingang.document.Forwarding;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Leaves out the white space between tags: nearly half of the nodes of an indented invoice, and no rule looks at them. What
 * stands between the start and the end of one element is its value and stays.
 */
final class Unindented extends Forwarding {

    private final StringBuilder blank = new StringBuilder();
    private boolean afterChild;
    private boolean inText;

    Unindented(ContentHandler target) {
        super(target);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        tag(false);
        super.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        if (!afterChild) {
            flush();
        }
        tag(true);
        super.endElement(uri, localName, qName);
    }

    private void tag(boolean ends) {
        blank.setLength(0);
        afterChild = ends;
        inText = false;
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (!inText && isBlank(text, start, length)) {
            blank.append(text, start, length);
        } else {
            flush();
            super.characters(text, start, length);
        }
    }

    @Override
    public void processingInstruction(String name, String data) throws SAXException {
        flush();
        super.processingInstruction(name, data);
    }

    @Override
    public void comment(char[] text, int start, int length) throws SAXException {
        flush();
        super.comment(text, start, length);
    }

    private void flush() throws SAXException {
        inText = true;
        if (!blank.isEmpty()) {
            super.characters(blank.toString().toCharArray(), 0, blank.length());
            blank.setLength(0);
        }
    }

    private static boolean isBlank(char[] text, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (text[i] > ' ') {
                return false;
            }
        }
        return true;
    }
}
