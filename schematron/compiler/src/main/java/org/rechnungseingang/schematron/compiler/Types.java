package org.rechnungseingang.schematron.compiler;

import java.util.HashMap;
import java.util.Map;
import net.sf.saxon.expr.ArithmeticExpression;
import net.sf.saxon.expr.Assignation;
import net.sf.saxon.expr.AtomicSequenceConverter;
import net.sf.saxon.expr.Atomizer;
import net.sf.saxon.expr.Binding;
import net.sf.saxon.expr.CardinalityChecker;
import net.sf.saxon.expr.ContextItemExpression;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.FilterExpression;
import net.sf.saxon.expr.FirstItemExpression;
import net.sf.saxon.expr.ForExpression;
import net.sf.saxon.expr.GlobalVariableReference;
import net.sf.saxon.expr.ItemChecker;
import net.sf.saxon.expr.LetExpression;
import net.sf.saxon.expr.LocalVariableReference;
import net.sf.saxon.expr.QuantifiedExpression;
import net.sf.saxon.expr.SingletonAtomizer;
import net.sf.saxon.expr.SlashExpression;
import net.sf.saxon.expr.SystemFunctionCall;
import net.sf.saxon.expr.UnaryExpression;
import net.sf.saxon.expr.UntypedSequenceConverter;
import net.sf.saxon.expr.UserFunctionCall;
import net.sf.saxon.expr.instruct.Block;
import net.sf.saxon.expr.instruct.Choose;
import net.sf.saxon.expr.instruct.DocumentInstr;
import net.sf.saxon.expr.instruct.GlobalVariable;
import net.sf.saxon.expr.parser.ExpressionTool;
import net.sf.saxon.expr.sort.DocumentSorter;
import net.sf.saxon.value.Cardinality;

/**
 * What is known about expressions before they are evaluated. The declared types are those that Saxon found; where a
 * variable stands between, that of its value is more than Saxon says.
 */
final class Types {

    private record Known(Kind kind, boolean many) {}

    private final Map<Binding, Known> bindings = new HashMap<>();

    /** The kind of the items. */
    Kind kind(Expression expression) {
        if (expression instanceof GlobalVariableReference reference) {
            return known(reference.getBinding()).kind;
        }
        if (expression instanceof LocalVariableReference reference) {
            return known(reference.getBinding()).kind;
        }
        if (expression instanceof Atomizer || expression instanceof SingletonAtomizer) {
            Kind base = kind(((UnaryExpression) expression).getBaseExpression());
            return base == Kind.NODE ? Kind.UNTYPED : base;
        }
        if (expression instanceof UntypedSequenceConverter converter) {
            Kind base = kind(converter.getBaseExpression());
            return base == Kind.UNTYPED ? Kind.DOUBLE : base;
        }
        if (expression instanceof AtomicSequenceConverter converter) {
            return Kind.of(converter.getRequiredItemType());
        }
        if (expression instanceof ItemChecker checker) {
            Kind base = kind(checker.getBaseExpression());
            return base == Kind.ANY ? Kind.of(checker.getRequiredType()) : base;
        }
        if (expression instanceof CardinalityChecker
                || expression instanceof FirstItemExpression
                || expression instanceof DocumentSorter) {
            return kind(((UnaryExpression) expression).getBaseExpression());
        }
        if (expression instanceof FilterExpression filter) {
            return kind(filter.getSelectExpression());
        }
        if (expression instanceof SlashExpression path) {
            return kind(path.getStep());
        }
        if (expression instanceof LetExpression || expression instanceof ForExpression) {
            return kind(((Assignation) expression).getAction());
        }
        return composed(expression);
    }

    private Kind composed(Expression expression) {
        if (expression instanceof Choose choose) {
            Kind kind = Kind.EMPTY;
            for (int i = 0; i < choose.size(); i++) {
                kind = kind.or(kind(choose.getAction(i)));
            }
            return kind;
        }
        if (expression instanceof Block block) {
            Kind kind = Kind.EMPTY;
            for (var operand : block.getOperanda()) {
                kind = kind.or(kind(operand.getChildExpression()));
            }
            return kind;
        }
        if (expression instanceof ArithmeticExpression arithmetic) {
            Kind left = kind(arithmetic.getLhsExpression());
            Kind right = kind(arithmetic.getRhsExpression());
            if (left.isNumber() && right.isNumber()) {
                return left == Kind.DOUBLE || right == Kind.DOUBLE ? Kind.DOUBLE : Kind.DECIMAL;
            }
            return Kind.ANY;
        }
        if (expression instanceof SystemFunctionCall call) {
            return ofFunction(call);
        }
        if (expression instanceof UserFunctionCall call) {
            Kind declared = Kind.of(call.getFunction().getDeclaredResultType().getPrimaryType());
            return declared == Kind.ANY ? kind(call.getFunction().getBody()) : declared;
        }
        // A temporary tree is asked for its text only.
        return expression instanceof DocumentInstr ? Kind.UNTYPED : Kind.of(expression.getItemType());
    }

    private Kind ofFunction(SystemFunctionCall call) {
        String name = call.getFunctionName().getLocalPart();
        return switch (name) {
            case "round", "abs", "reverse", "distinct-values" -> kind(call.getArg(0));
            case "sum" -> kind(call.getArg(0)) == Kind.DECIMAL ? Kind.DECIMAL : Kind.ANY;
            default -> Kind.of(call.getItemType());
        };
    }

    /** Whether there may be several items. */
    boolean many(Expression expression) {
        if (expression instanceof GlobalVariableReference reference) {
            return known(reference.getBinding()).many;
        }
        if (expression instanceof LocalVariableReference reference) {
            return known(reference.getBinding()).many;
        }
        if (expression instanceof ContextItemExpression) {
            return false;
        }
        boolean declared = Cardinality.allowsMany(expression.getCardinality());
        if (declared
                && (expression instanceof Atomizer
                        || expression instanceof UntypedSequenceConverter
                        || expression instanceof AtomicSequenceConverter
                        || expression instanceof ItemChecker)) {
            return many(((UnaryExpression) expression).getBaseExpression());
        }
        if (declared && expression instanceof Choose choose) {
            for (int i = 0; i < choose.size(); i++) {
                if (many(choose.getAction(i))) {
                    return true;
                }
            }
            return false;
        }
        return declared;
    }

    /** Says what a parameter of a function is, for the call that is being translated. */
    void bind(Binding binding, Kind kind, boolean many) {
        bindings.put(binding, new Known(kind, many));
    }

    private Known known(Binding binding) {
        Known known = bindings.get(binding);
        if (known == null) {
            known = find(binding);
            bindings.put(binding, known);
        }
        return known;
    }

    private Known find(Binding binding) {
        if (binding instanceof ForExpression || binding instanceof QuantifiedExpression) {
            return new Known(kind(((Assignation) binding).getSequence()), false);
        }
        if (binding instanceof Assignation let) {
            return new Known(kind(let.getSequence()), many(let.getSequence()));
        }
        if (binding instanceof GlobalVariable global) {
            return new Known(kind(global.getBody()), many(global.getBody()));
        }
        throw new Untranslatable("a variable bound by " + binding.getClass());
    }

    /** Whether the expression looks at what is being looked at. */
    static boolean dependsOnContext(Expression expression) {
        return ExpressionTool.dependsOnFocus(expression);
    }
}
