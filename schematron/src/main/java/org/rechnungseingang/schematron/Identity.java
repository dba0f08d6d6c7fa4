package org.rechnungseingang.schematron;

import java.util.Comparator;
import java.util.List;
import org.rechnungseingang.schematron.translated.Tree;

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

    static Identity of(Tree document) {
        int root = document.child(Tree.DOCUMENT);
        String profile = PROFILES.stream()
                .map(path -> first(document, root, path))
                .filter(element -> element != Tree.NONE)
                .min(Comparator.naturalOrder())
                .map(element -> shortened(document.value(element)))
                .orElse("");
        return new Identity(document.namespace(root), document.localName(root), profile);
    }

    /** The first element at the end of the path. */
    private static int first(Tree document, int element, List<String> path) {
        if (path.isEmpty()) {
            return element;
        }
        int found = Tree.NONE;
        for (int child = document.child(element); child >= 0 && found < 0; child = document.sibling(child)) {
            if (document.localName(child).equals(path.get(0))) {
                found = first(document, child, path.subList(1, path.size()));
            }
        }
        return found;
    }

    private static String shortened(String profile) {
        return profile.substring(0, Math.min(profile.length(), LONGEST_PROFILE));
    }
}
