package org.rechnungseingang.schematron.compiler;

import java.util.Arrays;
import java.util.stream.Collectors;
import net.sf.saxon.expr.parser.Token;
import net.sf.saxon.pattern.CombinedNodeTest;
import net.sf.saxon.pattern.LocalNameTest;
import net.sf.saxon.pattern.NameTest;
import net.sf.saxon.pattern.NamespaceTest;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.pattern.NodeTest;
import net.sf.saxon.type.Type;

/** Kinds and names of nodes as conditions. */
final class NodeTests {

    private NodeTests() {}

    /** Java for whether the node is such a one. */
    static String is(NodeTest test, String node, NameTable names) {
        if (test instanceof NameTest name) {
            if (name.getNodeKind() == Type.ELEMENT && name.getNamespaceURI().isEmpty()) {
                throw new Untranslatable("an element without namespace, which may be taken for an attribute: " + name);
            }
            return "t.code(" + node + ") == " + names.code(name.getMatchingNodeName());
        }
        if (test instanceof NodeKindTest kind) {
            return switch (kind.getNodeKind()) {
                case Type.DOCUMENT -> node + " == Tree.DOCUMENT";
                case Type.ELEMENT -> "t.isElement(" + node + ")";
                case Type.ATTRIBUTE -> "t.isAttribute(" + node + ")";
                default -> throw new Untranslatable("a context that is " + test);
            };
        }
        if (test instanceof NamespaceTest namespace && namespace.getNodeKind() == Type.ELEMENT) {
            return "t.isElementOf(" + node + ", "
                    + Literals.text(namespace.getNamespaceURI().toString()) + ")";
        }
        if (test instanceof LocalNameTest local && local.getNodeKind() == Type.ELEMENT) {
            return "t.isElementNamed(" + node + ", " + Literals.text(local.getLocalName()) + ")";
        }
        if (test instanceof CombinedNodeTest combined && combined.getOperator() == Token.UNION) {
            return Arrays.stream(combined.getComponentNodeTests())
                    .map(part -> is(part, node, names))
                    .collect(Collectors.joining(" || ", "(", ")"));
        }
        throw new Untranslatable("a context that is " + test);
    }
}
