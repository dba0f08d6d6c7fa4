package org.rechnungseingang.document;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Puts a document's elements, attributes, namespace declarations, texts and processing instructions into a tree. */
final class DomHandler extends DefaultHandler {

    private final org.w3c.dom.Document tree;
    private final Map<String, String> declarations = new LinkedHashMap<>();
    private Node open;

    DomHandler(org.w3c.dom.Document tree) {
        this.tree = tree;
        this.open = tree;
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) {
        declarations.put(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        Element element = tree.createElementNS(uri.isEmpty() ? null : uri, qName);
        declarations.forEach((name, value) -> element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, name, value));
        declarations.clear();
        for (int i = 0; i < attributes.getLength(); i++) {
            String namespace = attributes.getURI(i);
            element.setAttributeNS(
                    namespace.isEmpty() ? null : namespace, attributes.getQName(i), attributes.getValue(i));
        }
        open.appendChild(element);
        open = element;
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        open = open.getParentNode();
    }

    @Override
    public void characters(char[] text, int start, int length) {
        String more = new String(text, start, length);
        if (open.getLastChild() instanceof org.w3c.dom.Text last) {
            last.appendData(more);
        } else {
            open.appendChild(tree.createTextNode(more));
        }
    }

    @Override
    public void processingInstruction(String target, String data) {
        open.appendChild(tree.createProcessingInstruction(target, data));
    }
}
