package org.rechnungseingang.service.peppol.as4;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What an element holds; of a message it is asked for strictly: what may be there once is not there twice. */
public final class Nodes {

    private Nodes() {}

    /** All elements right below. */
    public static List<Element> children(Node parent) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /** The elements of this name right below. */
    public static List<Element> children(Node parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, name))
                .toList();
    }

    /** The one element of this name right below, if there is one. */
    static Optional<Element> child(Node parent, String namespace, String name) {
        List<Element> found = children(parent, namespace, name);
        MessageRefused.unless(found.size() < 2, EbmsError.INVALID_HEADER, "There are several elements " + name);
        return found.stream().findFirst();
    }

    /** The one element of this name right below, which has to be there. */
    static Element required(Node parent, String namespace, String name) {
        return child(parent, namespace, name)
                .orElseThrow(() -> new MessageRefused(EbmsError.INVALID_HEADER, "The element " + name + " is missing"));
    }

    /** Whether it has this name. */
    public static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    /** Its text, without the space around. */
    public static String text(Element element) {
        return element.getTextContent().strip();
    }

    /** The text of the one element of this name right below, empty if it is not there. */
    static String textOf(Node parent, String namespace, String name) {
        return child(parent, namespace, name).map(Nodes::text).orElse("");
    }
}
