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

    /** The 64 characters that stand for themselves. */
    private static final boolean[] PLAIN = plain();

    private boolean inside;
    private boolean faulty;
    private int characters;
    private int padding;

    private static boolean[] plain() {
        boolean[] plain = new boolean[128];
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
                .chars()
                .forEach(c -> plain[c] = true);
        return plain;
    }

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
        int at = start;
        int end = start + length;
        while (at < end) {
            int from = at;
            // Megabytes, hence without a look at anything else as long as it is nothing else.
            while (at < end && text[at] < PLAIN.length && PLAIN[text[at]]) {
                at++;
            }
            if (at > from) {
                characters += at - from;
                faulty |= padding > 0;
            }
            if (at < end) {
                look(text[at++]);
            }
        }
    }

    private void look(char character) {
        if (character == ' ' || character == '\n' || character == '\r' || character == '\t') {
            return;
        }
        if (character == '=') {
            padding++;
        } else {
            faulty = true;
        }
    }
}
