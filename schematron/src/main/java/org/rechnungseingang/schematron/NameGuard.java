package org.rechnungseingang.schematron;

import org.rechnungseingang.document.Forwarding;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Gives elements whose names may not enter a tree the same name, and leaves out such attributes. */
final class NameGuard extends Forwarding {

    private static final String UNKNOWN = "unknown";
    private static final String UNKNOWN_NAMESPACE = "urn:unknown";

    private final Names names;

    NameGuard(ContentHandler target, Names names) {
        super(target);
        this.names = names;
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        super.startPrefixMapping(prefix, namespace(uri));
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        super.startElement(namespace(uri), local(localName), qualified(localName, qName), admitted(attributes));
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        super.endElement(namespace(uri), local(localName), qualified(localName, qName));
    }

    @Override
    public void processingInstruction(String name, String data) throws SAXException {
        super.processingInstruction(local(name), data);
    }

    private String namespace(String uri) {
        return names.admits(uri) ? uri : UNKNOWN_NAMESPACE;
    }

    private String local(String localName) {
        return names.admits(localName) ? localName : UNKNOWN;
    }

    private String qualified(String localName, String qName) {
        return names.admits(localName) ? qName : qName.substring(0, qName.length() - localName.length()) + UNKNOWN;
    }

    private Attributes admitted(Attributes attributes) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (!admits(attributes, i)) {
                return onlyAdmitted(attributes);
            }
        }
        return attributes;
    }

    private Attributes onlyAdmitted(Attributes attributes) {
        AttributesImpl admitted = new AttributesImpl();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (admits(attributes, i)) {
                admitted.addAttribute(
                        attributes.getURI(i),
                        attributes.getLocalName(i),
                        attributes.getQName(i),
                        attributes.getType(i),
                        attributes.getValue(i));
            }
        }
        return admitted;
    }

    private boolean admits(Attributes attributes, int index) {
        return names.admits(attributes.getURI(index)) && names.admits(attributes.getLocalName(index));
    }
}
