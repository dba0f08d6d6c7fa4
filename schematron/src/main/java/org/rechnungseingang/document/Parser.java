package org.rechnungseingang.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The one XML parser. A {@link PlainDocument} we read ourselves, every other the JDK's own parser by name, never what a
 * library on the class path puts in its place; no document type, no access to anything outside, limits set here and not
 * by the environment.
 */
final class Parser {

    private static final int HEAD = 4096;
    private static final String SAX = "http://xml.org/sax/features/";
    private static final String XERCES = "http://apache.org/xml/features/";

    /** The limits' numbers in the JDK's messages, which are the same in every language. */
    private static final Map<String, Refusal> JDK_LIMITS = Map.of(
            "JAXP00010001", Refusal.ENTITY,
            "JAXP00010002", Refusal.ATTRIBUTES,
            "JAXP00010003", Refusal.ENTITY,
            "JAXP00010004", Refusal.ENTITY,
            "JAXP00010005", Refusal.NAME,
            "JAXP00010006", Refusal.DEPTH,
            "JAXP00010007", Refusal.ENTITY);

    /** What the JDK's parser says, with no place, to a document type that comes after the root's start. */
    private static final String DOCTYPE_IN_CONTENT = "Scanner State 24 not Recognized ";

    private final Bounds bounds;

    Parser(Bounds bounds) {
        this.bounds = bounds;
    }

    /** Reads padded bytes, of which the document has so many. */
    Parsing parse(byte[] padded, int length, DefaultHandler handler) {
        if (length > bounds.bytes()) {
            return Refusal.SIZE.refused();
        }
        String head = new String(padded, 0, Math.min(length, HEAD), StandardCharsets.ISO_8859_1);
        Optional<Refusal> refusal = Encoding.refusalOf(head);
        if (refusal.isPresent()) {
            return refusal.get().refused();
        }
        return PlainDocument.of(padded, length, bounds)
                .map(document -> readPlain(document, handler))
                .orElseGet(() -> readAny(padded, length, new BoundedHandler(bounds, handler)));
    }

    private static Parsing readPlain(PlainDocument document, DefaultHandler handler) {
        try {
            document.sendTo(handler);
            return new Parsing.WellFormed();
        } catch (SAXException e) {
            return thrown(e);
        }
    }

    /** Any document, by the JDK's parser. */
    Parsing readAny(byte[] padded, int length, BoundedHandler handler) {
        return readAny(new ByteArrayInputStream(padded, 0, length), handler);
    }

    /** As {@link #readAny(byte[], int, BoundedHandler)}, from a stream that cannot fail. */
    Parsing readAny(InputStream document, BoundedHandler handler) {
        try {
            reader(handler).parse(new InputSource(document));
            return new Parsing.WellFormed();
        } catch (SAXException e) {
            return thrown(e);
        } catch (IOException e) {
            // From memory nothing can fail to be read; what is thrown here are bytes that are not of the encoding.
            return handler.notWellFormed(text(e));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A tree without nodes, of the JDK's own kind. */
    static org.w3c.dom.Document emptyTree() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Parsing thrown(SAXException reason) {
        if (reason instanceof OutOfBounds broken) {
            return broken.refusal().refused();
        }
        if (reason instanceof Enough) {
            return new Parsing.Stopped();
        }
        if (reason instanceof SAXParseException fault) {
            return parsing(fault);
        }
        if (text(reason).equals(DOCTYPE_IN_CONTENT)) {
            return Refusal.DOCTYPE.refused();
        }
        throw new IllegalStateException(reason);
    }

    private static Parsing parsing(SAXParseException fault) {
        String text = text(fault);
        if (text.contains("disallow-doctype-decl")) {
            return Refusal.DOCTYPE.refused();
        }
        for (Map.Entry<String, Refusal> limit : JDK_LIMITS.entrySet()) {
            if (text.contains(limit.getKey())) {
                return limit.getValue().refused();
            }
        }
        return new Parsing.NotWellFormed(
                Math.max(1, fault.getLineNumber()), Math.max(1, fault.getColumnNumber()), text);
    }

    private static String text(Exception fault) {
        return Optional.ofNullable(fault.getMessage()).orElse(fault.getClass().getSimpleName());
    }

    private XMLReader reader(BoundedHandler handler) throws SAXException, ParserConfigurationException {
        SAXParser parser = factory().newSAXParser();
        XMLReader reader = parser.getXMLReader();
        harden(reader);
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        // The JDK's limits act inside a start tag, before the first event of it; the handler's act between events.
        parser.setProperty("jdk.xml.elementAttributeLimit", String.valueOf(bounds.attributes()));
        parser.setProperty("jdk.xml.maxElementDepth", String.valueOf(bounds.depth()));
        parser.setProperty("jdk.xml.maxXMLNameLimit", String.valueOf(4 * bounds.name()));
        parser.setProperty("jdk.xml.entityExpansionLimit", "1");
        parser.setProperty("jdk.xml.entityReplacementLimit", "1");
        // These two count the document itself as an entity; no other can be declared, and its size is bounded.
        parser.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        parser.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        parser.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
        speakEnglish(reader);
        reader.setContentHandler(handler);
        reader.setErrorHandler(handler);
        reader.setEntityResolver(handler);
        return reader;
    }

    /**
     * The same text on every machine: asked for English, the JDK falls back to the machine's language. The only way to
     * the parser's language is its old interface.
     */
    @SuppressWarnings("deprecation")
    private static void speakEnglish(XMLReader reader) throws SAXException {
        if (reader instanceof org.xml.sax.Parser old) {
            old.setLocale(Locale.ROOT);
        }
    }

    private static SAXParserFactory factory() {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setXIncludeAware(false);
        factory.setValidating(false);
        return factory;
    }

    /** Set on the reader: each feature that is set on the factory makes it build a parser for trial and throw it away. */
    private static void harden(XMLReader reader) throws SAXException {
        reader.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        reader.setFeature(XERCES + "disallow-doctype-decl", true);
        reader.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
        reader.setFeature(SAX + "external-general-entities", false);
        reader.setFeature(SAX + "external-parameter-entities", false);
    }
}
