package org.rechnungseingang.schematron.translated;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ext.DefaultHandler2;

/** Fills the arrays of a {@link Tree} from the events of a parser. */
public final class TreeBuilder extends DefaultHandler2 {

    private static final int FIRST = 256;

    private final NameCodes nameCodes;
    int size;
    int[] codes = new int[FIRST];
    int[] parents = new int[FIRST];
    int[] firstChildren = new int[FIRST];
    int[] nextSiblings = new int[FIRST];
    int[] ends = new int[FIRST];
    int[] nextAlike = new int[FIRST];
    private int[] lastAlike = new int[FIRST];
    int[] nextSiblingAlike = new int[FIRST];
    int[] firstAttributes = new int[FIRST];
    int[] textStarts = new int[FIRST];
    int[] textEnds = new int[FIRST];
    boolean[] split = new boolean[FIRST];

    @Nullable
    String[] names = new String[FIRST];

    @Nullable
    String[] namespaces = new String[FIRST];

    int[] firstOf;
    private final int[] lastOf;
    /** The last child of each open element, by depth. */
    private int[] lastChildren = new int[16];

    /** Whether there is an attribute of a name. */
    final boolean[] hasAttribute;

    int attributes;
    int[] attributeCodes = new int[FIRST];
    int[] attributeOwners = new int[FIRST];

    @Nullable
    String[] attributeNames = new String[FIRST];

    @Nullable
    String[] attributeValues = new String[FIRST];

    char[] text = new char[FIRST * 16];
    private int textLength;
    private int open = Tree.NONE;
    private int depth;

    public TreeBuilder(NameCodes nameCodes) {
        this.nameCodes = nameCodes;
        this.firstOf = new int[nameCodes.count()];
        this.lastOf = new int[nameCodes.count()];
        this.hasAttribute = new boolean[nameCodes.count()];
        Arrays.fill(firstOf, Tree.NONE);
        Arrays.fill(lastOf, Tree.NONE);
        node(0, "", "");
    }

    /** The tree; to be asked for once, when the document has ended. */
    public Tree tree() {
        leave();
        firstAttributes[size] = attributes;
        return new Tree(this);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes given) {
        int code = nameCodes.code(uri, localName);
        int element = node(code, qName, uri);
        if (code > 0) {
            alike(element, code);
        }
        for (int i = 0; i < given.getLength(); i++) {
            attribute(element, given, i);
        }
    }

    /** Hangs the element on the chain of its name, and on the sibling of that name before it. */
    private void alike(int element, int code) {
        int before = lastOf[code];
        lastAlike[element] = before;
        lastOf[code] = element;
        if (before < 0) {
            firstOf[code] = element;
            return;
        }
        nextAlike[before] = element;
        int parent = parents[element];
        // What stands between was beneath a sibling, and is gone over again at most once for each level above it.
        while (before > parent && parents[before] != parent) {
            before = lastAlike[before];
        }
        if (before > parent) {
            nextSiblingAlike[before] = element;
        }
    }

    private int node(int code, String name, String uri) {
        if (size + 1 == codes.length) {
            grow();
        }
        int node = size++;
        codes[node] = code;
        names[node] = name;
        namespaces[node] = uri;
        parents[node] = open;
        firstChildren[node] = Tree.NONE;
        nextSiblings[node] = Tree.NONE;
        nextAlike[node] = Tree.NONE;
        nextSiblingAlike[node] = Tree.NONE;
        textStarts[node] = textLength;
        firstAttributes[node] = attributes;
        link(node);
        open = node;
        depth++;
        if (depth == lastChildren.length) {
            lastChildren = Arrays.copyOf(lastChildren, depth * 2);
        }
        lastChildren[depth] = Tree.NONE;
        return node;
    }

    private void link(int node) {
        if (open < 0) {
            return;
        }
        int before = lastChildren[depth];
        if (before < 0) {
            firstChildren[open] = node;
        } else {
            nextSiblings[before] = node;
        }
        lastChildren[depth] = node;
    }

    private void attribute(int element, Attributes given, int index) {
        if (attributes == attributeCodes.length) {
            int more = attributes * 2;
            attributeCodes = Arrays.copyOf(attributeCodes, more);
            attributeOwners = Arrays.copyOf(attributeOwners, more);
            attributeNames = Arrays.copyOf(attributeNames, more);
            attributeValues = Arrays.copyOf(attributeValues, more);
        }
        int code = nameCodes.code(given.getURI(index), given.getLocalName(index));
        hasAttribute[code] = true;
        attributeCodes[attributes] = code;
        attributeOwners[attributes] = element;
        attributeNames[attributes] = given.getQName(index);
        attributeValues[attributes] = given.getValue(index);
        attributes++;
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        leave();
    }

    private void leave() {
        ends[open] = size;
        textEnds[open] = textLength;
        open = parents[open];
        depth--;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (textLength + length > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, textLength + length));
        }
        System.arraycopy(characters, start, text, textLength, length);
        textLength += length;
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) {
        characters(characters, start, length);
    }

    @Override
    public void comment(char[] characters, int start, int length) {
        split[open] = true;
    }

    @Override
    public void processingInstruction(String target, String data) {
        split[open] = true;
    }

    private void grow() {
        int more = codes.length * 2;
        codes = Arrays.copyOf(codes, more);
        parents = Arrays.copyOf(parents, more);
        firstChildren = Arrays.copyOf(firstChildren, more);
        nextSiblings = Arrays.copyOf(nextSiblings, more);
        ends = Arrays.copyOf(ends, more);
        nextAlike = Arrays.copyOf(nextAlike, more);
        lastAlike = Arrays.copyOf(lastAlike, more);
        nextSiblingAlike = Arrays.copyOf(nextSiblingAlike, more);
        firstAttributes = Arrays.copyOf(firstAttributes, more);
        textStarts = Arrays.copyOf(textStarts, more);
        textEnds = Arrays.copyOf(textEnds, more);
        split = Arrays.copyOf(split, more);
        names = Arrays.copyOf(names, more);
        namespaces = Arrays.copyOf(namespaces, more);
    }
}
