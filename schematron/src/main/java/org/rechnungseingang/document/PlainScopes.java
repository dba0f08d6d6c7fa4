package org.rechnungseingang.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.XMLConstants;

/** Which namespace each prefix means at the place that the scanner has reached; prefixes and namespaces are numbers. */
final class PlainScopes {

    /** The namespace of names without one. */
    static final int NONE = 0;

    private static final int XML = 1;
    private static final int UNKNOWN = -1;
    /** Among the namespaces of a document each is looked for from the first on. */
    private static final int MOST = 128;

    private static final int MOST_DECLARATIONS = 256;

    private final List<String> namespaces = new ArrayList<>(List.of("", XMLConstants.XML_NS_URI));
    private final int[] meanings = new int[PlainNames.MOST_PREFIXES];

    /** The declarations that are in force, and what their prefixes meant before. */
    private final int[] prefixes = new int[MOST_DECLARATIONS];

    private final int[] before = new int[MOST_DECLARATIONS];
    private int declarations;

    PlainScopes() {
        Arrays.fill(meanings, UNKNOWN);
        meanings[PlainNames.NO_PREFIX] = NONE;
        meanings[PlainNames.XML] = XML;
    }

    String namespace(int number) {
        return namespaces.get(number);
    }

    /** How many namespaces have been declared. */
    int namespaces() {
        return namespaces.size();
    }

    /** How many declarations are in force. */
    int declarations() {
        return declarations;
    }

    /** Takes a declaration into an element that began with so many. */
    void declare(int prefix, String namespace, int since) throws NotPlain {
        boolean reserved =
                namespace.equals(XMLConstants.XML_NS_URI) || namespace.equals(XMLConstants.XMLNS_ATTRIBUTE_NS_URI);
        NotPlain.unless(!reserved && (prefix == PlainNames.NO_PREFIX || !namespace.isEmpty()));
        NotPlain.unless(declarations < MOST_DECLARATIONS);
        for (int i = since; i < declarations; i++) {
            NotPlain.unless(prefixes[i] != prefix);
        }
        prefixes[declarations] = prefix;
        before[declarations] = meanings[prefix];
        declarations++;
        meanings[prefix] = PlainNames.number(namespace, namespaces, MOST);
    }

    /** The prefix of a declaration that is in force. */
    int prefix(int declaration) {
        return prefixes[declaration];
    }

    /** Forgets what was declared since there were so many declarations. */
    void leave(int since) {
        while (declarations > since) {
            declarations--;
            meanings[prefixes[declarations]] = before[declarations];
        }
    }

    /** The namespace that a prefix means here. */
    int meaning(int prefix) throws NotPlain {
        NotPlain.unless(meanings[prefix] >= 0);
        return meanings[prefix];
    }
}
