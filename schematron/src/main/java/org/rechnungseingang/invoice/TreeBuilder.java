package org.rechnungseingang.invoice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.document.Enough;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Builds the light tree from the parser's events. Embedded files do not come into it: in their place stands a node with
 * the attribute {@link #POSITION} and the decoded size in bytes as its text. What is no invoice is not read further
 * than
 * its root.
 */
final class TreeBuilder extends DefaultHandler {

    /** Attribute put on embedded files: how many came before. */
    static final String POSITION = "#position";

    private final Map<String, String> names = new HashMap<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private final Deque<StringBuilder> texts = new ArrayDeque<>();
    private @Nullable Locator locator;
    private @Nullable Node root;
    private String rootNamespace = "";
    private String rootName = "";
    private int embeddedFiles;
    private boolean embedded;
    private long base64Length;

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws Enough {
        String name = names.computeIfAbsent(Names.of(uri, localName), key -> key);
        embedded = Names.isEmbeddedFile(name);
        base64Length = 0;
        Node node = new Node(name, attributesOf(attributes), locator == null ? 0 : locator.getLineNumber());
        Node parent = open.peek();
        if (parent == null) {
            rootNamespace = uri;
            rootName = localName;
            if (!Names.isInvoice(name)) {
                throw new Enough();
            }
            root = node;
        } else {
            parent.add(node);
        }
        open.push(node);
        texts.push(new StringBuilder());
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (embedded) {
            for (int i = start; i < start + length; i++) {
                base64Length += isBase64(chars[i]) ? 1 : 0;
            }
        } else {
            texts.element().append(chars, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        String text = texts.pop().toString();
        open.pop().end(embedded ? String.valueOf(base64Length * 3 / 4) : text);
        embedded = false;
    }

    /** The invoice, unless the document is none. */
    Optional<Node> invoice() {
        return Optional.ofNullable(root);
    }

    String rootNamespace() {
        return rootNamespace;
    }

    String rootName() {
        return rootName;
    }

    private Map<String, String> attributesOf(Attributes attributes) {
        Map<String, String> copy = new HashMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getURI(i).isEmpty()) {
                copy.put(attributes.getLocalName(i), attributes.getValue(i));
            }
        }
        if (embedded) {
            copy.put(POSITION, String.valueOf(embeddedFiles++));
        }
        return copy.isEmpty() ? Map.of() : copy;
    }

    private static boolean isBase64(char c) {
        return c > ' ' && c != '=';
    }
}
