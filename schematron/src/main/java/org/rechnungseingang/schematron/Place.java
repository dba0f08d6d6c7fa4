package org.rechnungseingang.schematron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmSequenceIterator;
import net.sf.saxon.s9api.streams.Steps;

/**
 * A place in a tree, from the path that the stylesheets write to one that people read.
 *
 * @param path {@code /ubl:Invoice/cac:InvoiceLine[2]/cbc:ID}; a number only where there are several of that name
 * @param value what stands there, if it is a value and not a group
 */
record Place(String path, Optional<String> value) {

    static final Place NONE = new Place("", Optional.empty());

    private static final int LONGEST_VALUE = 200;

    private static final Pattern STEP =
            Pattern.compile("/\\*:(?<name>[^\\[/]+)\\[namespace-uri\\(\\)='(?<uri>[^']*)'\\]\\[(?<at>\\d+)\\]"
                    + "|/(?<plain>[^@*\\[/]+)\\[(?<plainat>\\d+)\\]"
                    + "|/@(?<attribute>[^*\\[/]+)"
                    + "|/@\\*\\[local-name\\(\\)='(?<attributename>[^']*)' and namespace-uri\\(\\)='[^']*'\\]");

    /** Follows a stylesheet's path; {@link #NONE} for what is no path (contexts that are attributes have none). */
    static Place of(XdmNode tree, String location) {
        Matcher step = STEP.matcher(location);
        StringBuilder path = new StringBuilder();
        XdmNode node = tree;
        int end = 0;
        while (end < location.length() && step.find(end) && step.start() == end) {
            Optional<XdmNode> next = step(step, node, path);
            if (next.isEmpty()) {
                return NONE;
            }
            node = next.get();
            end = step.end();
        }
        return end > 0 && end == location.length() ? new Place(path.toString(), value(node)) : NONE;
    }

    private static Optional<XdmNode> step(Matcher step, XdmNode node, StringBuilder path) {
        Optional<String> attribute =
                Optional.ofNullable(step.group("attribute")).or(() -> Optional.ofNullable(step.group("attributename")));
        if (attribute.isPresent()) {
            path.append("/@").append(attribute.get());
            return attribute(node, attribute.get());
        }
        Optional<String> plain = Optional.ofNullable(step.group("plain"));
        String name = plain.orElseGet(() -> step.group("name"));
        String uri = plain.isPresent() ? "" : step.group("uri");
        int at = Integer.parseInt(plain.isPresent() ? step.group("plainat") : step.group("at"));
        List<XdmNode> alike = alike(node, uri, name, Math.max(at, 2));
        if (at > alike.size()) {
            return Optional.empty();
        }
        XdmNode found = alike.get(at - 1);
        path.append('/').append(prefix(found, uri)).append(name);
        if (alike.size() > 1) {
            path.append('[').append(at).append(']');
        }
        return Optional.of(found);
    }

    /** The first children of that name, no more than limit of them. */
    private static List<XdmNode> alike(XdmNode parent, String uri, String name, int limit) {
        List<XdmNode> alike = new ArrayList<>();
        XdmSequenceIterator<XdmNode> children = parent.axisIterator(Axis.CHILD);
        while (children.hasNext() && alike.size() < limit) {
            XdmNode child = children.next();
            if (child.getNodeKind() == XdmNodeKind.ELEMENT
                    && child.getUnderlyingNode().getLocalPart().equals(name)
                    && child.getUnderlyingNode().getNamespaceUri().toString().equals(uri)) {
                alike.add(child);
            }
        }
        return alike;
    }

    private static Optional<XdmNode> attribute(XdmNode element, String name) {
        XdmSequenceIterator<XdmNode> attributes = element.axisIterator(Axis.ATTRIBUTE);
        while (attributes.hasNext()) {
            XdmNode attribute = attributes.next();
            if (attribute.getUnderlyingNode().getLocalPart().equals(name.substring(name.indexOf(':') + 1))) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    private static String prefix(XdmNode node, String uri) {
        String prefix =
                Prefixes.of(uri).orElseGet(() -> node.getUnderlyingNode().getPrefix());
        return prefix.isEmpty() ? "" : prefix + ":";
    }

    private static Optional<String> value(XdmNode node) {
        boolean group = node.select(Steps.child("*")).exists();
        return group ? Optional.empty() : Optional.of(shorten(node.getStringValue()));
    }

    private static String shorten(String text) {
        String value = text.strip();
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
