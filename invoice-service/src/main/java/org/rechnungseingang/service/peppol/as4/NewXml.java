package org.rechnungseingang.service.peppol.as4;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;
import org.apache.xml.security.Init;
import org.apache.xml.security.utils.XMLUtils;
import org.rechnungseingang.document.Dom;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** XML that this access point says, put together node by node and written as it stands. */
public final class NewXml {

    // XML 1.0, production 2.
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    static {
        Init.init();
    }

    private NewXml() {}

    /** A new document's root. */
    public static Element root(String namespace, String name) {
        Document document = Dom.empty();
        Element root = declaring(document.createElementNS(namespace, name));
        document.appendChild(root);
        return root;
    }

    /** A new element at the end of this one. */
    public static Element add(Node parent, String namespace, String name) {
        Element child = document(parent).createElementNS(namespace, name);
        parent.appendChild(child);
        return child;
    }

    /** The same, with this text; what XML has no characters for, as halves of them, is marked as lost. */
    public static Element add(Node parent, String namespace, String name, String text) {
        Element child = add(parent, namespace, name);
        child.setTextContent(NO_XML.matcher(text).replaceAll("\uFFFD"));
        return child;
    }

    /** A tree says by itself which namespace a name is of; written, it needs the declaration. */
    public static Element declaring(Element element) {
        element.setAttributeNS(Names.XMLNS, "xmlns:" + element.getPrefix(), element.getNamespaceURI());
        return element;
    }

    /** All of the document that this element is in. */
    public static byte[] bytes(Element root) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLUtils.outputDOM(document(root), out, true);
        return out.toByteArray();
    }

    private static Document document(Node node) {
        return node instanceof Document document ? document : node.getOwnerDocument();
    }
}
