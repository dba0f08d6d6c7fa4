package org.rechnungseingang.samples.peppol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What Peppol addresses an invoice by, as it stands in the invoice itself.
 *
 * @param documentType without a scheme
 * @param version of its syntax
 * @param process BT-23, or Peppol's billing process if it says none
 * @param buyerReference BT-10, the routing id of a German administration
 */
record Invoice(String documentType, String version, String process, Optional<String> buyerReference) {

    private static final String BILLING = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

    /** @throws IllegalArgumentException if it is no invoice in UBL or CII, or names no specification (BT-24) */
    static Invoice of(byte[] content) {
        Element root = parse(content);
        Syntax syntax = Syntax.of(String.valueOf(root.getNamespaceURI()), root.getLocalName())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("neither UBL nor CII: " + root.getNodeName()));
        String specification = text(root, syntax.specification())
                .orElseThrow(() -> new IllegalArgumentException("names no specification (BT-24)"));
        return new Invoice(
                syntax.documentType(specification),
                syntax.version(),
                text(root, syntax.process()).orElse(BILLING),
                text(root, syntax.buyerReference()));
    }

    private static Element parse(byte[] content) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The JDK's own would print each error.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(content)).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException("no XML: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> text(Element root, String way) {
        Stream<Node> found = Stream.of(root);
        for (String name : way.split("/", -1)) {
            found = found.flatMap(node -> children(node, name));
        }
        return found.map(node -> node.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static Stream<Node> children(Node parent, String name) {
        NodeList all = parent.getChildNodes();
        return IntStream.range(0, all.getLength()).mapToObj(all::item).filter(node -> name.equals(node.getLocalName()));
    }
}
