package org.rechnungseingang.schematron.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.sf.saxon.expr.ComparisonExpression;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.IdentityComparison;
import net.sf.saxon.expr.Literal;
import net.sf.saxon.expr.parser.Token;
import net.sf.saxon.om.GroundedValue;
import net.sf.saxon.value.StringValue;

/** Comparisons: of one value with one ({@code eq}), and of any with any ({@code =}). */
final class ComparisonCode {

    private final Translator translator;

    ComparisonCode(Translator translator) {
        this.translator = translator;
    }

    String value(ComparisonExpression comparison, Scope scope) {
        Item left = translator.single(comparison.getLhsExpression(), scope);
        Item right = translator.single(comparison.getRhsExpression(), scope);
        String operator = operator(comparison);
        if (left.kind() == Kind.EMPTY || right.kind() == Kind.EMPTY) {
            return "false";
        }
        if (left.kind() == Kind.ANY || right.kind() == Kind.ANY) {
            return any("value", left, right, operator);
        }
        return typed(left, right, operator).orElseThrow(() -> Untranslatable.of((Expression) comparison));
    }

    String identity(IdentityComparison is, Scope scope) {
        String left = translator.single(is.getLhsExpression(), scope, Kind.NODE);
        String right = translator.single(is.getRhsExpression(), scope, Kind.NODE);
        return "(" + left + " >= 0 && " + left + " == " + right + ")";
    }

    String general(ComparisonExpression comparison, Scope scope) {
        Expression left = comparison.getLhsExpression();
        Expression right = comparison.getRhsExpression();
        boolean manyLeft = translator.types().many(left);
        boolean manyRight = translator.types().many(right);
        String operator = operator(comparison);
        Optional<List<String>> list = operator.equals("eq") ? texts(right) : Optional.empty();
        if (list.isPresent() && translator.types().kind(left).isText()) {
            return inList(left, list.get(), manyLeft, scope);
        }
        if (!manyLeft && !manyRight) {
            return compared(translator.single(left, scope), translator.single(right, scope), operator);
        }
        // Saxon looks for the least or the greatest there, and so at all items.
        boolean all = !operator.equals("eq") && !operator.equals("ne");
        return translator.code().call("boolean", scope, out -> {
            Scope inside = scope.inMethod();
            if (all) {
                out.line("boolean found = false;");
            }
            if (manyRight && !manyLeft) {
                once(
                        left,
                        inside,
                        out,
                        one -> translator.loop(
                                right, inside, out, other -> found(compared(one, other, operator), all, out)));
            } else if (manyLeft && !manyRight) {
                once(
                        right,
                        inside,
                        out,
                        one -> translator.loop(
                                left, inside, out, other -> found(compared(other, one, operator), all, out)));
            } else {
                translator.loop(
                        left,
                        inside,
                        out,
                        one -> translator.loop(
                                right, inside, out, other -> found(compared(one, other, operator), all, out)));
            }
            out.line("return " + (all ? "found" : "false") + ";");
        });
    }

    private void once(Expression expression, Scope scope, JavaWriter out, Consumer<Item> body) {
        Item item = translator.single(expression, scope);
        if (expression instanceof Literal) {
            body.accept(item);
            return;
        }
        String name = out.name("one");
        out.line(item.kind().type() + " " + name + " = " + item.code() + ";");
        out.block("if (" + item.kind().isThere(name) + ")", then -> body.accept(new Item(name, item.kind())));
    }

    private static void found(String condition, boolean goOn, JavaWriter out) {
        out.block("if (" + condition + ")", then -> then.line(goOn ? "found = true;" : "return true;"));
    }

    private String inList(Expression left, List<String> list, boolean many, Scope scope) {
        String set = translator
                .code()
                .constant(
                        "Set<String>",
                        "LIST",
                        "Set.of(" + list.stream().distinct().map(Literals::text).collect(Collectors.joining(", "))
                                + ")");
        if (!many) {
            return "isIn(" + translator.single(left, scope).code() + ", " + set + ")";
        }
        return translator.code().call("boolean", scope, out -> {
            translator.loop(
                    left, scope.inMethod(), out, item -> found("isIn(" + item.code() + ", " + set + ")", false, out));
            out.line("return false;");
        });
    }

    /** The strings of a literal list; empty if it is none. */
    private static Optional<List<String>> texts(Expression expression) {
        if (!(expression instanceof Literal literal)) {
            return Optional.empty();
        }
        GroundedValue value = literal.getGroundedValue();
        if (value.getLength() < 2) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.getLength(); i++) {
            if (!(value.itemAt(i) instanceof StringValue text)) {
                return Optional.empty();
            }
            texts.add(text.getStringValue());
        }
        return Optional.of(texts);
    }

    /** A general comparison of two items. */
    private String compared(Item left, Item right, String operator) {
        if (left.kind() == Kind.EMPTY || right.kind() == Kind.EMPTY) {
            return "false";
        }
        if (left.kind() == Kind.ANY || right.kind() == Kind.ANY) {
            return any("general", left, right, operator);
        }
        if (left.kind() == Kind.UNTYPED && !right.kind().isText()) {
            return untyped(left, right, operator);
        }
        if (right.kind() == Kind.UNTYPED && !left.kind().isText()) {
            return untyped(right, left, turned(operator));
        }
        return typed(left, right, operator).orElseThrow(() -> new Untranslatable(left + " " + operator + " " + right));
    }

    private static String untyped(Item untyped, Item other, String operator) {
        return "Comparisons.untyped(" + untyped.code() + ", " + other.code() + ", " + constant(operator) + ")";
    }

    /** The operator when both sides change places. */
    private static String turned(String operator) {
        return switch (operator) {
            case "lt" -> "gt";
            case "le" -> "ge";
            case "gt" -> "lt";
            case "ge" -> "le";
            default -> operator;
        };
    }

    private static String constant(String operator) {
        return "Operator." + operator.toUpperCase(Locale.ROOT);
    }

    private Optional<String> typed(Item left, Item right, String operator) {
        if (left.kind().isText() && right.kind().isText()) {
            return Optional.of(call(operator, left.code(), right.code()));
        }
        if (left.kind() == right.kind() && left.kind() != Kind.NODE) {
            return Optional.of(call(operator, left.code(), right.code()));
        }
        if (left.kind().isNumber() && right.kind().isNumber()) {
            return Optional.of(call(operator, Conversions.to(Kind.DOUBLE, left), Conversions.to(Kind.DOUBLE, right)));
        }
        return Optional.empty();
    }

    private static String call(String operator, String left, String right) {
        return "Comparisons." + operator + "(" + left + ", " + right + ")";
    }

    private static String any(String how, Item left, Item right, String operator) {
        return "Comparisons." + how + "(" + Conversions.to(Kind.ANY, left) + ", " + Conversions.to(Kind.ANY, right)
                + ", " + constant(operator) + ")";
    }

    private static String operator(ComparisonExpression comparison) {
        return switch (comparison.getSingletonOperator()) {
            case Token.FEQ -> "eq";
            case Token.FNE -> "ne";
            case Token.FLT -> "lt";
            case Token.FLE -> "le";
            case Token.FGT -> "gt";
            case Token.FGE -> "ge";
            default -> throw Untranslatable.of((Expression) comparison);
        };
    }
}
