package org.rechnungseingang.schematron;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.rechnungseingang.document.Enough;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a document says it is.
 *
 * @param namespace namespace of the root element
 * @param root local name of the root element
 * @param profile the profile id (BT-24) as it stands there; empty if there is none
 */
record Identity(String namespace, String root, String profile) {

    private static final int LONGEST_PROFILE = 500;

    /** Where BT-24 stands beneath the root, by local names: UBL, CII, and ZUGFeRD 1.0. */
    private static final List<List<String>> PROFILES = List.of(
            List.of("CustomizationID"),
            List.of("ExchangedDocumentContext", "GuidelineSpecifiedDocumentContextParameter", "ID"),
            List.of("SpecifiedExchangedDocumentContext", "GuidelineSpecifiedDocumentContextParameter", "ID"));

    /** Reads a document no further than it must. */
    static final class Probe extends DefaultHandler {

        private final Deque<String> path = new ArrayDeque<>();
        private final StringBuilder profile = new StringBuilder();
        private String namespace = "";
        private String root = "";
        private boolean inProfile;

        Identity identity() {
            return new Identity(namespace, root, profile.toString());
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes) {
            if (root.isEmpty()) {
                namespace = uri;
                root = localName;
                return;
            }
            path.addLast(localName);
            inProfile = path.size() <= 3 && PROFILES.contains(List.copyOf(path));
        }

        @Override
        public void characters(char[] text, int start, int length) {
            if (inProfile) {
                profile.append(text, start, Math.min(length, LONGEST_PROFILE - profile.length()));
            }
        }

        @Override
        public void endElement(String uri, String localName, String qName) throws SAXException {
            if (inProfile) {
                throw new Enough();
            }
            path.pollLast();
        }
    }
}
