package org.rechnungseingang.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Small documents as trees of nodes, for protocols that sign nodes. Never for invoices: their rules take ten times as long
 * over such a tree.
 */
public final class Dom {

    private static final String XERCES = "http://apache.org/xml/features/";

    private Dom() {}

    /** The document, read within the bounds; empty if it is not well-formed or breaks one of them. */
    public static Optional<org.w3c.dom.Document> of(byte[] bytes, Bounds bounds) {
        // The parser of trees asks nobody while it builds one, so the bounds are held first.
        if (!(Document.of(bytes, bounds).parse(new DefaultHandler()) instanceof Parsing.WellFormed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(builder().parse(new ByteArrayInputStream(bytes)));
        } catch (SAXException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty document. */
    public static org.w3c.dom.Document empty() {
        return builder().newDocument();
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(XERCES + "disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
