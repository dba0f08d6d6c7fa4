package org.rechnungseingang.schematron.compiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.saxon.expr.AndExpression;
import net.sf.saxon.expr.Atomizer;
import net.sf.saxon.expr.AxisExpression;
import net.sf.saxon.expr.BinaryExpression;
import net.sf.saxon.expr.BooleanExpression;
import net.sf.saxon.expr.CardinalityChecker;
import net.sf.saxon.expr.CastableExpression;
import net.sf.saxon.expr.ComparisonExpression;
import net.sf.saxon.expr.ContextItemExpression;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.FirstItemExpression;
import net.sf.saxon.expr.GeneralComparison;
import net.sf.saxon.expr.IdentityComparison;
import net.sf.saxon.expr.LetExpression;
import net.sf.saxon.expr.Literal;
import net.sf.saxon.expr.OrExpression;
import net.sf.saxon.expr.QuantifiedExpression;
import net.sf.saxon.expr.SingletonAtomizer;
import net.sf.saxon.expr.SlashExpression;
import net.sf.saxon.expr.SystemFunctionCall;
import net.sf.saxon.expr.UnaryExpression;
import net.sf.saxon.expr.UserFunctionCall;
import net.sf.saxon.expr.ValueComparison;
import net.sf.saxon.expr.VennExpression;
import net.sf.saxon.expr.instruct.Block;
import net.sf.saxon.expr.instruct.Choose;
import net.sf.saxon.expr.parser.Token;
import net.sf.saxon.expr.sort.DocumentSorter;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.pattern.NameTest;
import net.sf.saxon.type.BuiltInAtomicType;
import net.sf.saxon.value.BooleanValue;
import net.sf.saxon.value.Cardinality;

/** Expressions of which only the truth value is wanted. */
final class Conditions {

    private final Translator translator;
    private final ComparisonCode comparisons;

    Conditions(Translator translator) {
        this.translator = translator;
        this.comparisons = new ComparisonCode(translator);
    }

    /** Whether it is true or false by what it is, rather than by what stands in it. */
    static boolean isCondition(Expression expression) {
        return expression instanceof BooleanExpression
                || expression instanceof ComparisonExpression
                || expression instanceof QuantifiedExpression
                || expression instanceof CastableExpression
                || expression instanceof SystemFunctionCall;
    }

    String condition(Expression expression, Scope scope) {
        if (expression instanceof Literal literal && literal.getGroundedValue() instanceof BooleanValue value) {
            return String.valueOf(value.getBooleanValue());
        }
        if (expression instanceof AndExpression and) {
            return both(and, "&&", scope);
        }
        if (expression instanceof OrExpression or) {
            return both(or, "||", scope);
        }
        if (expression instanceof SystemFunctionCall call) {
            return ofFunction(call, scope);
        }
        if (expression instanceof ValueComparison comparison) {
            return comparisons.value(comparison, scope);
        }
        if (expression instanceof GeneralComparison comparison) {
            return comparisons.general(comparison, scope);
        }
        if (expression instanceof IdentityComparison is && is.getOperator() == Token.IS) {
            return comparisons.identity(is, scope);
        }
        if (expression instanceof QuantifiedExpression quantified) {
            return quantified(quantified, scope);
        }
        if (expression instanceof Choose choose) {
            return chosen(choose, scope);
        }
        if (expression instanceof LetExpression let) {
            return translator.code().call("boolean", scope, out -> {
                Scope inside = translator.variables().declare(let, scope.inMethod(), out);
                out.line("return " + condition(let.getAction(), inside) + ";");
            });
        }
        if (expression instanceof CastableExpression castable) {
            return castable(castable, scope);
        }
        return effective(expression, scope);
    }

    private String both(BinaryExpression expression, String operator, Scope scope) {
        return "(" + condition(expression.getLhsExpression(), scope) + " " + operator + " "
                + condition(expression.getRhsExpression(), scope) + ")";
    }

    private String ofFunction(SystemFunctionCall call, Scope scope) {
        String name = call.getFunctionName().getLocalPart();
        return switch (name) {
            case "not" -> "!" + condition(call.getArg(0), scope);
            case "boolean" -> condition(call.getArg(0), scope);
            case "exists" -> exists(call.getArg(0), scope);
            case "empty" -> "!" + exists(call.getArg(0), scope);
            case "true" -> "true";
            case "false" -> "false";
            default ->
                call.getItemType() == BuiltInAtomicType.BOOLEAN
                        ? Functions.condition(translator, call, scope)
                        : effective(call, scope);
        };
    }

    private String quantified(QuantifiedExpression expression, Scope scope) {
        boolean some = expression.getOperator() == Token.SOME;
        return translator.code().call("boolean", scope, out -> {
            Scope inside = scope.inMethod();
            translator.loop(expression.getSequence(), inside, out, item -> {
                Scope with = translator.variables().declare(expression, item, inside, out);
                String holds = condition(expression.getAction(), with);
                out.block("if (" + (some ? "" : "!") + holds + ")", then -> then.line("return " + some + ";"));
            });
            out.line("return " + !some + ";");
        });
    }

    private String chosen(Choose choose, Scope scope) {
        StringBuilder code = new StringBuilder("(");
        for (int i = 0; i < choose.size(); i++) {
            String condition = condition(choose.getCondition(i), scope);
            String action = condition(choose.getAction(i), scope);
            if (condition.equals("true")) {
                return code.append(action).append(')').toString();
            }
            code.append(condition).append(" ? ").append(action).append(" : ");
        }
        return code.append("false)").toString();
    }

    private String castable(CastableExpression castable, Scope scope) {
        Item item = translator.single(castable.getBaseExpression(), scope);
        if (!item.kind().isText()) {
            throw Untranslatable.of(castable);
        }
        String name = castable.getTargetType().getTypeName().getLocalPart();
        return switch (name) {
            case "integer" -> "Casts.castableInteger(" + item.code() + ")";
            case "decimal" -> "Casts.castableDecimal(" + item.code() + ")";
            case "date" -> "Casts.castableDate(" + item.code() + ")";
            case "string" -> "(" + item.code() + " != null)";
            default -> throw Untranslatable.of(castable);
        };
    }

    /** What XPath takes for true where it is not a truth value. */
    private String effective(Expression expression, Scope scope) {
        Kind kind = translator.types().kind(expression);
        if (kind == Kind.NODE) {
            return exists(expression, scope);
        }
        if (kind == Kind.EMPTY) {
            return "false";
        }
        Item item = translator.single(expression, scope);
        return switch (kind) {
            case TEXT, UNTYPED -> "Texts.hasText(" + item.code() + ")";
            case BOOLEAN -> isNeverEmpty(expression) ? item.code() : "Boolean.TRUE.equals(" + item.code() + ")";
            case DECIMAL, DOUBLE, ANY -> "Casts.isTrue(" + item.code() + ")";
            default -> throw Untranslatable.of(expression);
        };
    }

    private static boolean isNeverEmpty(Expression expression) {
        return !Cardinality.allowsZero(expression.getCardinality()) && expression instanceof UserFunctionCall;
    }

    String exists(Expression expression, Scope scope) {
        if (expression instanceof DocumentSorter
                || expression instanceof Atomizer
                || expression instanceof FirstItemExpression) {
            return exists(((UnaryExpression) expression).getBaseExpression(), scope);
        }
        if (expression instanceof VennExpression union && union.getOperator() == Token.UNION) {
            return "(" + exists(union.getLhsExpression(), scope) + " || " + exists(union.getRhsExpression(), scope)
                    + ")";
        }
        if (expression instanceof Block block) {
            return Arrays.stream(block.getOperanda())
                    .map(operand -> exists(operand.getChildExpression(), scope))
                    .collect(Collectors.joining(" || ", "(", ")"));
        }
        if (expression instanceof Choose choose) {
            return existsOneOf(choose, scope);
        }
        Optional<CodeLists.Lookup> lookup = CodeLists.lookup(expression);
        if (lookup.isPresent()) {
            return inCodeList(lookup.get(), scope);
        }
        List<String> path = new ArrayList<>();
        Expression start = downwards(expression, path);
        if (!path.isEmpty() && !translator.types().many(start)) {
            Item node = translator.single(start, scope);
            return path.stream()
                    .map(NameTable::constant)
                    .collect(Collectors.joining(", ", "t.has(" + node.code() + ", ", ")"));
        }
        if (!translator.types().many(expression)
                && !(expression instanceof SlashExpression)
                && !(expression instanceof SingletonAtomizer)
                && !(expression instanceof CardinalityChecker)) {
            Item item = translator.single(expression, scope);
            return "(" + item.kind().isThere(item.code()) + ")";
        }
        return translator.code().call("boolean", scope, out -> {
            translator.loop(expression, scope.inMethod(), out, item -> out.line("if (true) return true;"));
            out.line("return false;");
        });
    }

    private String inCodeList(CodeLists.Lookup lookup, Scope scope) {
        Item value = translator.single(lookup.value(), scope);
        if (!value.kind().isText()) {
            throw Untranslatable.of(lookup.value());
        }
        String lines = Literals.text(String.join("\n", translator.codeLists().values(lookup)));
        String codes = translator.code().constant("Set<String>", "CODES", "lines(" + lines + ")");
        return "isIn(" + value.code() + ", " + codes + ")";
    }

    private String existsOneOf(Choose choose, Scope scope) {
        StringBuilder code = new StringBuilder("(");
        for (int i = 0; i < choose.size(); i++) {
            String condition = condition(choose.getCondition(i), scope);
            String action = exists(choose.getAction(i), scope);
            if (condition.equals("true")) {
                return code.append(action).append(')').toString();
            }
            code.append(condition).append(" ? ").append(action).append(" : ");
        }
        return code.append("false)").toString();
    }

    /** The numbered names of a path down from the node, if nothing is said but that it must not be there. */
    Optional<List<String>> forbidden(Expression expression) {
        if (!(expression instanceof SystemFunctionCall call)
                || !Set.of("not", "empty").contains(call.getFunctionName().getLocalPart())) {
            return Optional.empty();
        }
        Expression argument = call.getArg(0);
        List<String> path = new ArrayList<>();
        Expression start =
                downwards(argument instanceof DocumentSorter sorter ? sorter.getBaseExpression() : argument, path);
        return path.isEmpty() || !(start instanceof ContextItemExpression) ? Optional.empty() : Optional.of(path);
    }

    /** The numbered names of steps that all go to children, and what they start from. */
    private Expression downwards(Expression expression, List<String> path) {
        if (expression instanceof AxisExpression axis && isChildByName(axis)) {
            path.add(0, translator.names().numbered(axis.getNodeTest().getMatchingNodeName()));
            return new ContextItemExpression();
        }
        if (expression instanceof SlashExpression slash
                && slash.getStep() instanceof AxisExpression axis
                && isChildByName(axis)) {
            path.add(0, translator.names().numbered(axis.getNodeTest().getMatchingNodeName()));
            return downwards(slash.getStart(), path);
        }
        if (expression instanceof DocumentSorter sorter && !path.isEmpty()) {
            return downwards(sorter.getBaseExpression(), path);
        }
        return expression;
    }

    private static boolean isChildByName(AxisExpression axis) {
        return axis.getAxis() == AxisInfo.CHILD && axis.getNodeTest() instanceof NameTest;
    }
}
