package org.rechnungseingang.schematron;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.pattern.SameNameTest;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.tree.iter.AxisIterator;
import net.sf.saxon.tree.tiny.TinyTree;
import net.sf.saxon.type.Type;
import org.jspecify.annotations.Nullable;

/** Finds the places of one tree by the numbers that {@code place.xsl} writes. Rules go in document order, and so does this. */
final class Places {

    private static final Pattern NUMBER = Pattern.compile("(d[0-9]+[a-z]([0-9]+))(?:/(.+))?");

    /** Codes and truth values; whatever else a document has there is no kind. */
    private static final Pattern KIND = Pattern.compile("[A-Za-z0-9]{1,8}");

    private static final Terms TERMS = Terms.official();

    /** Elements of one name under one parent: whether there are several, and the last one asked for. */
    private static final class Series {
        private final NodeInfo first;
        private final boolean several;
        private NodeInfo last;
        private int position = 1;

        Series(NodeInfo first, boolean several) {
            this.first = first;
            this.several = several;
            this.last = first;
        }

        int positionOf(NodeInfo element) {
            if (element.compareOrder(last) < 0) {
                last = first;
                position = 1;
            }
            if (!element.isSameNodeInfo(last)) {
                AxisIterator following = last.iterateAxis(AxisInfo.FOLLOWING_SIBLING, new SameNameTest(last));
                do {
                    last = following.next();
                    position++;
                } while (!element.isSameNodeInfo(last));
            }
            return position;
        }
    }

    private record Key(NodeInfo parent, int name) {}

    private final TinyTree tree;
    private final Map<Key, Series> series = new HashMap<>();
    /** Asked for once an element, however many findings stand beneath it. */
    private final Map<NodeInfo, String> kinds = new HashMap<>();

    private final Map<NodeInfo, String> keys = new HashMap<>();

    Places(XdmNode document) {
        this.tree = (TinyTree) document.getUnderlyingNode().getTreeInfo();
    }

    /** The place of that number; {@link Place#NONE} for what is no number of this tree. */
    Place of(String number) {
        Matcher matcher = NUMBER.matcher(number);
        if (!matcher.matches()) {
            return Place.NONE;
        }
        NodeInfo element = tree.getNode(Integer.parseInt(matcher.group(2)));
        StringBuilder own = new StringBuilder();
        element.generateId(own);
        if (!own.toString().equals(matcher.group(1))) {
            return Place.NONE;
        }
        @Nullable String attribute = matcher.group(3);
        return attribute == null
                ? new Place(path(element), key(element), value(element))
                : new Place(
                        path(element) + "/@" + attribute, key(element) + "/@" + attribute, value(element, attribute));
    }

    private String key(NodeInfo element) {
        NodeInfo parent = element.getParent();
        if (element.getNodeKind() != Type.ELEMENT || parent == null) {
            return "";
        }
        String name = TERMS.name(name(element));
        String kind = TERMS.kind(name)
                .map(telling -> kinds.computeIfAbsent(element, any -> kind(element, telling)))
                .orElse("");
        return keyAround(parent) + "/" + name + (KIND.matcher(kind).matches() ? "=" + kind : "");
    }

    /** Remembered: tens of thousands of findings may stand in one group. */
    private String keyAround(NodeInfo group) {
        @Nullable String known = keys.get(group);
        if (known == null) {
            known = key(group);
            keys.put(group, known);
        }
        return known;
    }

    /** The text of the child that tells the kind, or of its attribute; empty if it is not there. */
    private static String kind(NodeInfo element, String telling) {
        String[] parts = telling.split("@", -1);
        AxisIterator children = element.iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT);
        for (NodeInfo child = children.next(); child != null; child = children.next()) {
            if (name(child).equals(parts[0])) {
                return parts.length == 1
                        ? child.getStringValue().strip()
                        : value(child, parts[1]).orElse("");
            }
        }
        return "";
    }

    private String path(NodeInfo element) {
        NodeInfo parent = element.getParent();
        if (element.getNodeKind() != Type.ELEMENT || parent == null) {
            return "";
        }
        Series alike =
                series.computeIfAbsent(new Key(parent, element.getFingerprint()), key -> series(parent, element));
        String number = alike.several ? "[" + alike.positionOf(element) + "]" : "";
        return path(parent) + "/" + name(element) + number;
    }

    private static Series series(NodeInfo parent, NodeInfo element) {
        AxisIterator children = parent.iterateAxis(AxisInfo.CHILD, new SameNameTest(element));
        NodeInfo first = children.next();
        return new Series(first, children.next() != null);
    }

    private static String name(NodeInfo element) {
        String prefix = Prefixes.of(element.getNamespaceUri().toString()).orElseGet(element::getPrefix);
        return prefix.isEmpty() ? element.getLocalPart() : prefix + ":" + element.getLocalPart();
    }

    private static Optional<String> value(NodeInfo element) {
        boolean group =
                element.iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT).next() != null;
        return group ? Optional.empty() : Optional.of(Finding.shorten(element.getStringValue()));
    }

    private static Optional<String> value(NodeInfo element, String attribute) {
        AxisIterator attributes = element.iterateAxis(AxisInfo.ATTRIBUTE);
        for (NodeInfo next = attributes.next(); next != null; next = attributes.next()) {
            if (next.getDisplayName().equals(attribute)) {
                return Optional.of(Finding.shorten(next.getStringValue()));
            }
        }
        return Optional.empty();
    }
}
