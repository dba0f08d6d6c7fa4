package org.rechnungseingang.service.peppol.smp;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.as4.Nodes;
import org.w3c.dom.Element;

/** What an element of a publisher's answer holds, asked for strictly: what may be there once is not there twice. */
final class Elements {

    private Elements() {}

    /** The one element of this name right below, if there is one. */
    static Optional<Element> optional(Element parent, String namespace, String name) {
        List<Element> found = Nodes.children(parent, namespace, name);
        LookupFailed.unless(found.size() < 2, "The publisher's answer has several elements " + name);
        return found.stream().findFirst();
    }

    /** The one element of this name right below, which has to be there. */
    static Element required(Element parent, String namespace, String name) {
        return optional(parent, namespace, name)
                .orElseThrow(() -> LookupFailed.forGood("The publisher's answer has no element " + name));
    }

    /** The text of the one element of this name right below. */
    static String text(Element parent, String namespace, String name) {
        return Nodes.text(required(parent, namespace, name));
    }

    /** The identifier that the one element of this name right below is. */
    static Identifier identifier(Element parent, String name) {
        Element element = required(parent, Names.IDENTIFIERS, name);
        return new Identifier(element.getAttributeNS(null, "scheme"), Nodes.text(element));
    }
}
