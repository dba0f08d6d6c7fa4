package org.rechnungseingang.schematron;

import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Puts a few characters in the place of an attachment's Base64 text: rules look at its attributes only, and schema and
 * tree would hold megabytes. Whether the text is Base64 is checked here; if not, what is put in its place is none either,
 * so that the schema says so at the right line. An empty text stays empty, since rules look for empty elements.
 */
final class BinaryStub extends Forwarding {

    private static final char[] VALID = "AA==".toCharArray();
    private static final char[] INVALID = "not Base64!".toCharArray();

    private boolean inside;
    private boolean faulty;
    private int characters;
    private int padding;

    BinaryStub(ContentHandler target) {
        super(target);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        finish();
        super.startElement(uri, localName, qName, attributes);
        inside = localName.endsWith("BinaryObject");
        faulty = false;
        characters = 0;
        padding = 0;
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        finish();
        super.endElement(uri, localName, qName);
    }

    private void finish() throws SAXException {
        if (!inside) {
            return;
        }
        inside = false;
        boolean whole = (characters + padding) % 4 == 0 && padding <= 2;
        if (faulty || !whole) {
            super.characters(INVALID, 0, INVALID.length);
        } else if (characters > 0) {
            super.characters(VALID, 0, VALID.length);
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (!inside) {
            super.characters(text, start, length);
            return;
        }
        for (int at = start; at < start + length; at++) {
            look(text[at]);
        }
    }

    private void look(char character) {
        if (character == ' ' || character == '\n' || character == '\r' || character == '\t') {
            return;
        }
        if (character == '=') {
            padding++;
        } else if (padding > 0 || !isBase64(character)) {
            faulty = true;
        } else {
            characters++;
        }
    }

    private static boolean isBase64(char character) {
        return character >= 'A' && character <= 'Z'
                || character >= 'a' && character <= 'z'
                || character >= '0' && character <= '9'
                || character == '+'
                || character == '/';
    }
}
