package org.rechnungseingang.schematron.compiler;

import java.util.Optional;
import java.util.function.Consumer;
import net.sf.saxon.expr.AxisExpression;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.StructuredQName;
import net.sf.saxon.pattern.NameTest;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.pattern.NodeTest;
import net.sf.saxon.type.Type;

/** Steps from a node to others, as loops over the arrays of a tree. */
final class Steps {

    private final Translator translator;

    Steps(Translator translator) {
        this.translator = translator;
    }

    void loop(AxisExpression axis, Scope scope, JavaWriter out, Consumer<Item> body) {
        NodeTest test = axis.getNodeTest();
        String from = scope.item().code();
        String node = out.name("node");
        if (scope.item().kind() != Kind.NODE) {
            throw Untranslatable.of(axis);
        }
        if (axis.getAxis() == AxisInfo.CHILD && !(test instanceof NameTest) && !(test instanceof NodeKindTest)) {
            out.block(
                    children(from, node),
                    each -> each.block(
                            "if (" + NodeTests.is(test, node, translator.names()) + ")",
                            then -> body.accept(new Item(node, Kind.NODE))));
            return;
        }
        String head = test instanceof NameTest named
                ? byName(axis, translator.names().code(named.getMatchingNodeName()), from, node)
                : byKind(axis, from, node);
        out.block(head, each -> body.accept(new Item(node, Kind.NODE)));
    }

    /** The name of the attribute that the step goes to. */
    static Optional<StructuredQName> attribute(Expression step) {
        return step instanceof AxisExpression axis
                        && axis.getAxis() == AxisInfo.ATTRIBUTE
                        && axis.getNodeTest() instanceof NameTest named
                ? Optional.of(named.getMatchingNodeName())
                : Optional.empty();
    }

    private static String byName(AxisExpression axis, String code, String from, String node) {
        return switch (axis.getAxis()) {
            case AxisInfo.CHILD ->
                "for (int %1$s = t.child(%2$s, %3$s); %1$s >= 0; %1$s = t.siblingAlike(%1$s))"
                        .formatted(node, from, code);
            case AxisInfo.DESCENDANT ->
                "for (int %1$s = t.descendant(%2$s, %3$s); %1$s >= 0; %1$s = t.nextDescendant(%1$s, %2$s))"
                        .formatted(node, from, code);
            case AxisInfo.ATTRIBUTE -> once(node, "t.attribute(" + from + ", " + code + ")");
            case AxisInfo.SELF -> once(node, "Axes.self(t, " + from + ", " + code + ")");
            case AxisInfo.PARENT -> once(node, "Axes.self(t, t.parent(" + from + "), " + code + ")");
            case AxisInfo.FOLLOWING_SIBLING ->
                "for (int %1$s = t.sibling(%2$s, %3$s); %1$s >= 0; %1$s = t.siblingAlike(%1$s))"
                        .formatted(node, from, code);
            case AxisInfo.ANCESTOR ->
                "for (int %1$s = Axes.ancestor(t, %2$s, %3$s); %1$s >= 0; %1$s = Axes.ancestor(t, %1$s, %3$s))"
                        .formatted(node, from, code);
            case AxisInfo.PRECEDING_SIBLING ->
                "for (int " + node + " : Axes.precedingSiblings(t, " + from + ", " + code + "))";
            case AxisInfo.PRECEDING -> "for (int " + node + " : Axes.preceding(t, " + from + ", " + code + "))";
            default -> throw Untranslatable.of(axis);
        };
    }

    private static String once(String node, String found) {
        return "for (int %1$s = %2$s; %1$s >= 0; %1$s = Tree.NONE)".formatted(node, found);
    }

    private static String children(String from, String node) {
        return "for (int %1$s = t.child(%2$s); %1$s >= 0; %1$s = t.sibling(%1$s))".formatted(node, from);
    }

    private static String byKind(AxisExpression axis, String from, String node) {
        NodeTest test = axis.getNodeTest();
        int kind = test instanceof NodeKindTest known ? known.getNodeKind() : Type.NODE;
        boolean elements = kind == Type.ELEMENT;
        return switch (axis.getAxis()) {
            case AxisInfo.CHILD -> {
                if (kind == Type.TEXT) {
                    yield once(node, "t.text(" + from + ")");
                }
                if (!elements) {
                    throw Untranslatable.of(axis);
                }
                yield children(from, node);
            }
            case AxisInfo.ATTRIBUTE ->
                "for (int %1$s = t.attribute(%2$s); %1$s >= 0; %1$s = t.nextAttribute(%1$s))".formatted(node, from);
            case AxisInfo.PARENT -> once(node, "t.parent(" + from + ")");
            case AxisInfo.DESCENDANT_OR_SELF -> {
                String start = elements ? "Axes.elementFrom(" + from + ")" : from;
                yield "for (int %1$s = %2$s; %1$s < t.end(%3$s); %1$s++)".formatted(node, start, from);
            }
            case AxisInfo.DESCENDANT -> {
                if (kind == Type.TEXT) {
                    yield "for (int " + node + " : Axes.texts(t, " + from + "))";
                }
                if (!elements) {
                    throw Untranslatable.of(axis);
                }
                yield "for (int %1$s = %2$s + 1; %1$s < t.end(%2$s); %1$s++)".formatted(node, from);
            }
            default -> throw Untranslatable.of(axis);
        };
    }
}
