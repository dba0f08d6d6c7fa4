package org.rechnungseingang.schematron;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.rechnungseingang.document.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A small invoice of ours that is accepted without a finding, and can be changed line by line: {@code cii},
 * {@code ubl-invoice}, {@code ubl-creditnote}, {@code ubl-extension} … in the resources {@code cases/NAME.xml}.
 */
final class SmallInvoice {

    private static final Map<String, String> NAMESPACES = Map.of(
            "ubl", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
            "cn", "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
            "cac", "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
            "cbc", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
            "ext", "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2",
            "rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
            "ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
            "udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
            "qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:100");

    private final org.w3c.dom.Document tree;
    private final XPath xpath;

    private SmallInvoice(org.w3c.dom.Document tree) {
        this.tree = tree;
        this.xpath = XPathFactory.newDefaultInstance().newXPath();
        xpath.setNamespaceContext(new Known());
    }

    /** The invoice of that name. */
    static SmallInvoice of(String name) {
        try (InputStream stream = SmallInvoice.class.getResourceAsStream("cases/" + name + ".xml")) {
            return new SmallInvoice(parsed(
                    Objects.requireNonNull(stream, () -> "no document " + name).readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static SmallInvoice cii() {
        return of("cii");
    }

    /** An invoice as it was written. */
    static SmallInvoice read(byte[] xml) {
        return new SmallInvoice(parsed(xml));
    }

    SmallInvoice copy() {
        return new SmallInvoice((org.w3c.dom.Document) tree.cloneNode(true));
    }

    org.w3c.dom.Document tree() {
        return tree;
    }

    SmallInvoice with(String... changes) {
        for (String change : changes) {
            new Change(change).applyTo(this);
        }
        return this;
    }

    Document document() {
        return Document.of(bytes());
    }

    byte[] bytes() {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(tree), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The nodes at that place, at least one. */
    List<Node> nodes(String place) {
        try {
            List<Node> nodes = new ArrayList<>();
            xpath.evaluateExpression(place, tree, XPathNodes.class).forEach(nodes::add);
            if (nodes.isEmpty()) {
                throw new IllegalArgumentException("nothing is at " + place);
            }
            return nodes;
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(place, e);
        }
    }

    List<Node> fragment(String xml) {
        String declarations = NAMESPACES.entrySet().stream()
                .map(entry -> " xmlns:" + entry.getKey() + "=\"" + entry.getValue() + "\"")
                .collect(Collectors.joining());
        String whole = "<any" + declarations + ">" + xml + "</any>";
        var children = parsed(whole.getBytes(StandardCharsets.UTF_8))
                .getDocumentElement()
                .getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(i -> tree.importNode(children.item(i), true))
                .toList();
    }

    /** The first child of that name, or a new one at the end. */
    Element child(Element parent, String name, boolean last) {
        String[] parts = name.split(":");
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (parts[1].equals(child.getLocalName())) {
                return (Element) child;
            }
        }
        Element added = tree.createElementNS(NAMESPACES.get(parts[0]), name);
        if (last) {
            added.setTextContent("1");
        }
        return (Element) parent.appendChild(added);
    }

    static void remove(Node node) {
        if (node instanceof org.w3c.dom.Attr attribute) {
            attribute.getOwnerElement().removeAttributeNode(attribute);
        } else {
            node.getParentNode().removeChild(node);
        }
    }

    private static org.w3c.dom.Document parsed(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Known implements NamespaceContext {

        @Override
        public String getNamespaceURI(String prefix) {
            return NAMESPACES.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
        }

        @Override
        public String getPrefix(String namespace) {
            throw new UnsupportedOperationException(namespace);
        }

        @Override
        public Iterator<String> getPrefixes(String namespace) {
            throw new UnsupportedOperationException(namespace);
        }
    }
}
