package org.rechnungseingang.document;

import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Puts a few characters in the place of an attachment's Base64 text: rules look at its attributes only, and schema and
 * tree would hold megabytes. Whether the text is Base64 is checked here; if not, what is put in its place is none either,
 * so that the schema says so at the right line. An empty text stays empty, since rules look for empty elements.
 */
public final class BinaryStub extends Forwarding implements AsciiHandler {

    private static final char[] VALID = "AA==".toCharArray();
    private static final char[] INVALID = "not Base64!".toCharArray();

    private final Base64Text base64;
    private boolean inside;

    public BinaryStub(ContentHandler target) {
        this(target, new Base64Text());
    }

    /** Tells about the attachment that ends, until the next element begins. */
    public BinaryStub(ContentHandler target, Base64Text base64) {
        super(target);
        this.base64 = base64;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        finish();
        super.startElement(uri, localName, qName, attributes);
        inside = localName.endsWith("BinaryObject");
        base64.begin();
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
        if (!base64.isBase64()) {
            super.characters(INVALID, 0, INVALID.length);
        } else if (!base64.isEmpty()) {
            super.characters(VALID, 0, VALID.length);
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (inside) {
            base64.add(text, start, length);
        } else {
            super.characters(text, start, length);
        }
    }

    @Override
    public boolean ascii(byte[] text, int from, int to) {
        if (inside) {
            base64.add(text, from, to);
        }
        return inside;
    }
}
