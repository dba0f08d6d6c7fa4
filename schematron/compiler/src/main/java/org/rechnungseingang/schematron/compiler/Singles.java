package org.rechnungseingang.schematron.compiler;

import net.sf.saxon.expr.ArithmeticExpression;
import net.sf.saxon.expr.AtomicSequenceConverter;
import net.sf.saxon.expr.Atomizer;
import net.sf.saxon.expr.AttributeGetter;
import net.sf.saxon.expr.AxisExpression;
import net.sf.saxon.expr.CardinalityChecker;
import net.sf.saxon.expr.CastExpression;
import net.sf.saxon.expr.ContextItemExpression;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.FirstItemExpression;
import net.sf.saxon.expr.GlobalVariableReference;
import net.sf.saxon.expr.ItemChecker;
import net.sf.saxon.expr.LetExpression;
import net.sf.saxon.expr.Literal;
import net.sf.saxon.expr.LocalVariableReference;
import net.sf.saxon.expr.RootExpression;
import net.sf.saxon.expr.SingletonAtomizer;
import net.sf.saxon.expr.SystemFunctionCall;
import net.sf.saxon.expr.UntypedSequenceConverter;
import net.sf.saxon.expr.UserFunctionCall;
import net.sf.saxon.expr.instruct.Choose;
import net.sf.saxon.expr.instruct.DocumentInstr;
import net.sf.saxon.expr.instruct.ValueOf;
import net.sf.saxon.expr.parser.Token;
import net.sf.saxon.expr.sort.DocumentSorter;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.GroundedValue;
import net.sf.saxon.pattern.NameTest;
import net.sf.saxon.value.Cardinality;

/** Expressions of which one item is wanted, or none. */
final class Singles {

    private final Translator translator;

    Singles(Translator translator) {
        this.translator = translator;
    }

    Item single(Expression expression, Scope scope) {
        Kind kind = translator.types().kind(expression);
        if (expression instanceof Literal literal) {
            return literal(literal.getGroundedValue(), expression);
        }
        if (expression instanceof ContextItemExpression) {
            return scope.item();
        }
        if (expression instanceof RootExpression) {
            return new Item("Tree.DOCUMENT", Kind.NODE);
        }
        if (expression instanceof LocalVariableReference reference) {
            return one(translator.variables().variable(reference, scope));
        }
        if (expression instanceof GlobalVariableReference reference) {
            return one(translator.variables().global(reference));
        }
        if (expression instanceof Choose choose) {
            return chosen(choose, kind, scope);
        }
        if (expression instanceof FirstItemExpression first) {
            return first(first.getBaseExpression(), scope);
        }
        if (kind == Kind.BOOLEAN && Conditions.isCondition(expression)) {
            return new Item(translator.condition(expression, scope), kind);
        }
        if (translator.types().many(expression)) {
            return onlyOne(expression, scope);
        }
        return ofOne(expression, kind, scope);
    }

    private Item ofOne(Expression expression, Kind kind, Scope scope) {
        if (expression instanceof Atomizer atomizer) {
            return value(translator.single(atomizer.getBaseExpression(), scope));
        }
        if (expression instanceof AttributeGetter getter) {
            String code = translator.names().code(getter.getAttributeName().getStructuredQName());
            return value(new Item("t.attribute(" + scope.item().code() + ", " + code + ")", Kind.NODE));
        }
        if (expression instanceof SingletonAtomizer atomizer) {
            Item value = value(translator.single(atomizer.getBaseExpression(), scope));
            return Cardinality.allowsZero(expression.getCardinality()) ? value : required(value);
        }
        if (expression instanceof AtomicSequenceConverter converter) {
            return new Item(Conversions.cast(kind, translator.single(converter.getBaseExpression(), scope)), kind);
        }
        if (expression instanceof UntypedSequenceConverter converter) {
            return converted(translator.single(converter.getBaseExpression(), scope));
        }
        if (expression instanceof ItemChecker checker) {
            return checked(translator.single(checker.getBaseExpression(), scope), kind);
        }
        if (expression instanceof CardinalityChecker checker) {
            Item item = translator.single(checker.getBaseExpression(), scope);
            return Cardinality.allowsZero(checker.getRequiredCardinality()) ? item : required(item);
        }
        if (expression instanceof CastExpression cast) {
            return cast(cast, scope);
        }
        if (expression instanceof ArithmeticExpression arithmetic) {
            return arithmetic(arithmetic, kind, scope);
        }
        if (expression instanceof SystemFunctionCall call) {
            return Functions.single(translator, call, kind, scope);
        }
        if (expression instanceof UserFunctionCall call) {
            return new Item(translator.variables().call(call, scope), kind);
        }
        if (expression instanceof LetExpression let) {
            return new Item(
                    translator.code().call(kind.type(), scope, out -> {
                        Scope inside = translator.variables().declare(let, scope.inMethod(), out);
                        out.line("return " + Conversions.to(kind, single(let.getAction(), inside)) + ";");
                    }),
                    kind);
        }
        if (expression instanceof DocumentInstr tree) {
            return new Item(text(tree.getContentExpression(), scope), kind);
        }
        if (expression instanceof ValueOf text) {
            return new Item(text(text, scope), Kind.TEXT);
        }
        if (expression instanceof DocumentSorter sorter) {
            return single(sorter.getBaseExpression(), scope);
        }
        if (expression instanceof AxisExpression axis) {
            return axis(axis, scope);
        }
        if (Loops.knows(expression)) {
            return onlyOne(expression, scope);
        }
        throw Untranslatable.of(expression);
    }

    private String text(Expression content, Scope scope) {
        if (content instanceof ValueOf text) {
            return translator.single(text.getSelect(), scope, Kind.TEXT);
        }
        throw Untranslatable.of(content);
    }

    private Item axis(AxisExpression axis, Scope scope) {
        String node = scope.item().code();
        if (axis.getAxis() == AxisInfo.ATTRIBUTE && axis.getNodeTest() instanceof NameTest test) {
            String code = translator.names().code(test.getMatchingNodeName());
            return new Item("t.attribute(" + node + ", " + code + ")", Kind.NODE);
        }
        if (axis.getAxis() == AxisInfo.PARENT && !(axis.getNodeTest() instanceof NameTest)) {
            return new Item("t.parent(" + node + ")", Kind.NODE);
        }
        return onlyOne(axis, scope);
    }

    private static Item one(Variable variable) {
        if (!variable.many()) {
            return new Item(variable.name(), variable.kind());
        }
        String method = variable.kind() == Kind.NODE ? "oneNode" : "one";
        return new Item(method + "(" + variable.name() + ")", variable.kind());
    }

    private static Item required(Item item) {
        String method = item.kind() == Kind.NODE ? "requiredNode" : "required";
        return item.kind() == Kind.BOOLEAN ? item : new Item(method + "(" + item.code() + ")", item.kind());
    }

    private static Item value(Item item) {
        return item.kind() == Kind.NODE ? new Item("t.valueOf(" + item.code() + ")", Kind.UNTYPED) : item;
    }

    private static Item converted(Item item) {
        return switch (item.kind()) {
            case UNTYPED -> new Item("Casts.toDouble(" + item.code() + ")", Kind.DOUBLE);
            case ANY -> new Item("Casts.untypedToDouble(" + item.code() + ")", Kind.ANY);
            default -> item;
        };
    }

    private static Item checked(Item item, Kind kind) {
        return item.kind() == Kind.ANY && kind == Kind.ANY
                ? new Item("Casts.numeric(" + item.code() + ")", Kind.ANY)
                : item;
    }

    private Item cast(CastExpression cast, Scope scope) {
        Item item = translator.single(cast.getBaseExpression(), scope);
        if (!cast.allowsEmpty()) {
            item = required(item);
        }
        String name = cast.getTargetType().getTypeName().getLocalPart();
        Kind kind = Kind.of(cast.getTargetType());
        if (name.equals("integer")) {
            return new Item("Casts.integer(" + item.code() + ")", kind);
        }
        if (kind == Kind.ANY) {
            throw Untranslatable.of(cast);
        }
        return new Item(Conversions.cast(kind, item), kind);
    }

    private Item arithmetic(ArithmeticExpression expression, Kind kind, Scope scope) {
        String method = switch (expression.getOperator()) {
            case Token.PLUS -> "add";
            case Token.MINUS -> "subtract";
            case Token.MULT -> "multiply";
            case Token.DIV -> "divide";
            case Token.IDIV -> "idiv";
            case Token.MOD -> "mod";
            default -> throw Untranslatable.of(expression);
        };
        Kind operands = kind == Kind.DECIMAL || kind == Kind.DOUBLE ? kind : Kind.ANY;
        return new Item(
                "Numbers." + method + "("
                        + translator.single(expression.getLhsExpression(), scope, operands) + ", "
                        + translator.single(expression.getRhsExpression(), scope, operands) + ")",
                method.equals("idiv") ? Kind.DECIMAL : kind);
    }

    private Item chosen(Choose choose, Kind kind, Scope scope) {
        StringBuilder code = new StringBuilder("(");
        for (int i = 0; i < choose.size(); i++) {
            String action = translator.types().many(choose.getAction(i))
                    ? Conversions.to(kind, onlyOne(choose.getAction(i), scope))
                    : translator.single(choose.getAction(i), scope, kind);
            String condition = translator.condition(choose.getCondition(i), scope);
            if (condition.equals("true")) {
                return new Item(code.append(action).append(')').toString(), kind);
            }
            code.append(condition).append(" ? ").append(action).append(" : ");
        }
        return new Item(code.append(kind.none()).append(')').toString(), kind);
    }

    private Item first(Expression expression, Scope scope) {
        Kind kind = translator.types().kind(expression);
        return new Item(
                translator.code().call(kind.type(), scope, out -> {
                    translator.loop(
                            expression,
                            scope.inMethod(),
                            out,
                            item -> out.line("if (true) return " + item.code() + ";"));
                    out.line("return " + kind.none() + ";");
                }),
                kind);
    }

    /** One of what may be several, which then is doubtful. */
    private Item onlyOne(Expression expression, Scope scope) {
        Kind kind = translator.types().kind(expression);
        return new Item(
                translator.code().call(kind.type(), scope, out -> {
                    out.line(kind.type() + " only = " + kind.none() + ";");
                    translator.loop(expression, scope.inMethod(), out, item -> {
                        out.block("if (" + kind.isThere("only") + ")", then -> then.line("throw several();"));
                        out.line("only = " + Conversions.to(kind, item) + ";");
                    });
                    out.line("return only;");
                }),
                kind);
    }

    private Item literal(GroundedValue value, Expression expression) {
        if (value.getLength() == 0) {
            return new Item("null", Kind.EMPTY);
        }
        if (value.getLength() > 1) {
            throw Untranslatable.of(expression);
        }
        return Literals.item(translator, value, expression);
    }
}
