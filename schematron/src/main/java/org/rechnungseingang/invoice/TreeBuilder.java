package org.rechnungseingang.invoice;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.document.Base64Text;
import org.rechnungseingang.document.BinaryStub;
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

    private static final String[] NO_ATTRIBUTES = {};

    private final Base64Text files;
    private final Texts texts = Texts.ofDocument();
    private final Deque<Node> open = new ArrayDeque<>();
    private @Nullable Locator locator;
    private @Nullable Node root;
    private String rootNamespace = "";
    private String rootName = "";
    private int embeddedFiles;
    private boolean embedded;

    /** Takes what knows the file that ends: a {@link BinaryStub} before this. */
    TreeBuilder(Base64Text files) {
        this.files = files;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws Enough {
        String name = Names.of(uri, localName, qName);
        embedded = Names.isEmbeddedFile(name);
        int line = locator == null ? 0 : locator.getLineNumber();
        Node node = new Node(name, attributesOf(attributes), line, texts);
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
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (!embedded) {
            texts.add(chars, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (embedded) {
            char[] size = String.valueOf(files.size()).toCharArray();
            texts.add(size, 0, size.length);
        }
        open.pop().end();
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

    private String[] attributesOf(Attributes attributes) {
        int count = attributes.getLength();
        if (count == 0 && !embedded) {
            return NO_ATTRIBUTES;
        }
        String[] copy = new String[2 * count + 2];
        int end = 0;
        for (int i = 0; i < count; i++) {
            if (attributes.getURI(i).isEmpty()) {
                copy[end++] = attributes.getLocalName(i);
                copy[end++] = attributes.getValue(i);
            }
        }
        if (embedded) {
            copy[end++] = POSITION;
            copy[end++] = String.valueOf(embeddedFiles++);
        }
        return Arrays.copyOf(copy, end);
    }
}
