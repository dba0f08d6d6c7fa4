package org.rechnungseingang.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** An XML document as it was received: the bytes, unchanged, and the only way to read them. */
public final class Document {

    private final byte[] bytes;

    private Document(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes over the bytes of one XML document; nothing is read yet. */
    public static Document of(byte[] bytes) {
        return new Document(bytes.clone());
    }

    /** The number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** Sends the document through the hardened parser to the handler; never throws for what the document contains. */
    public Parsing parse(DefaultHandler handler) {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(bytes)), handler);
            return new Parsing.WellFormed();
        } catch (SAXParseException e) {
            return new Parsing.NotWellFormed(e.getLineNumber(), e.getColumnNumber(), String.valueOf(e.getMessage()));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
