package org.rechnungseingang.schematron.compiler;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.FilterExpression;
import net.sf.saxon.expr.RootExpression;
import net.sf.saxon.expr.SlashExpression;
import net.sf.saxon.expr.VennExpression;
import net.sf.saxon.expr.sort.DocumentSorter;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.pattern.AncestorQualifiedPattern;
import net.sf.saxon.pattern.BasePatternWithPredicate;
import net.sf.saxon.pattern.GeneralNodePattern;
import net.sf.saxon.pattern.GeneralPositionalPattern;
import net.sf.saxon.pattern.NameTest;
import net.sf.saxon.pattern.NodeTest;
import net.sf.saxon.pattern.NodeTestPattern;
import net.sf.saxon.pattern.Pattern;
import net.sf.saxon.pattern.UnionPattern;
import net.sf.saxon.type.UType;

/** The contexts of rules as conditions on a node. */
final class Patterns {

    private final Translator translator;

    Patterns(Translator translator) {
        this.translator = translator;
    }

    /** The parts of a union; itself, if it is none. */
    static List<Pattern> parts(Pattern pattern) {
        if (pattern instanceof UnionPattern union) {
            return Stream.concat(parts(union.getLHS()).stream(), parts(union.getRHS()).stream())
                    .collect(Collectors.toList());
        }
        return List.of(pattern);
    }

    /** Java for the code of the name that a node must have; empty if it may have any. */
    Optional<String> name(Pattern pattern) {
        return test(pattern)
                .filter(NameTest.class::isInstance)
                .map(test -> translator.names().code(test.getMatchingNodeName()));
    }

    private static Optional<NodeTest> test(Pattern pattern) {
        if (pattern instanceof NodeTestPattern node) {
            return Optional.of(node.getNodeTest());
        }
        if (pattern instanceof AncestorQualifiedPattern qualified) {
            return test(qualified.getBasePattern());
        }
        if (pattern instanceof BasePatternWithPredicate with) {
            return test(with.getBasePattern());
        }
        if (pattern instanceof GeneralPositionalPattern positional) {
            return Optional.of(positional.getNodeTest());
        }
        return Optional.empty();
    }

    /** Whether it may be about an attribute. */
    static boolean isForAttributes(Pattern pattern) {
        return parts(pattern).stream().anyMatch(part -> (part.getUType().overlaps(UType.ATTRIBUTE)));
    }

    /** Java for whether the node of the scope is such a one. */
    String matches(Pattern pattern, Scope scope) {
        String node = scope.item().code();
        if (pattern instanceof NodeTestPattern plain) {
            return NodeTests.is(plain.getNodeTest(), node, translator.names());
        }
        if (pattern instanceof UnionPattern) {
            return parts(pattern).stream()
                    .map(part -> matches(part, scope))
                    .collect(Collectors.joining(" || ", "(", ")"));
        }
        if (pattern instanceof AncestorQualifiedPattern qualified) {
            return "(" + matches(qualified.getBasePattern(), scope) + " && " + above(qualified, scope) + ")";
        }
        if (pattern instanceof BasePatternWithPredicate with) {
            return "(" + matches(with.getBasePattern(), scope) + " && "
                    + translator.condition(with.getPredicate(), scope) + ")";
        }
        if (pattern instanceof GeneralPositionalPattern positional
                && !translator.types().kind(positional.getPositionExpr()).isNumber()) {
            return "(" + NodeTests.is(positional.getNodeTest(), node, translator.names()) + " && "
                    + translator.condition(positional.getPositionExpr(), scope) + ")";
        }
        if (pattern instanceof GeneralNodePattern general && isAbsolute(general.getEquivalentExpr())) {
            return "isAmong(" + node + ", " + translator.variables().found(general.getEquivalentExpr()) + ")";
        }
        throw new Untranslatable(pattern.getClass() + ": " + pattern);
    }

    /** Whether the path starts at the document, wherever it is evaluated. */
    private static boolean isAbsolute(Expression path) {
        if (path instanceof SlashExpression slash) {
            return isAbsolute(slash.getStart());
        }
        if (path instanceof FilterExpression filter) {
            return isAbsolute(filter.getSelectExpression());
        }
        if (path instanceof VennExpression union) {
            return isAbsolute(union.getLhsExpression()) && isAbsolute(union.getRhsExpression());
        }
        return path instanceof DocumentSorter sorter
                ? isAbsolute(sorter.getBaseExpression())
                : path instanceof RootExpression;
    }

    private String above(AncestorQualifiedPattern pattern, Scope scope) {
        String node = scope.item().code();
        if (pattern.getUpwardsAxis() == AxisInfo.PARENT) {
            return matches(pattern.getUpperPattern(), scope.at(new Item("t.parent(" + node + ")", Kind.NODE)));
        }
        if (pattern.getUpwardsAxis() == AxisInfo.ANCESTOR) {
            return translator.code().call("boolean", scope, out -> {
                Item above = new Item("above", Kind.NODE);
                out.block(
                        "for (int above = t.parent(c); above >= 0; above = t.parent(above))",
                        each -> out.block(
                                "if (" + matches(pattern.getUpperPattern(), scope.at(above)) + ")",
                                then -> then.line("return true;")));
                out.line("return false;");
            });
        }
        throw new Untranslatable("upwards by " + AxisInfo.axisName[pattern.getUpwardsAxis()]);
    }
}
