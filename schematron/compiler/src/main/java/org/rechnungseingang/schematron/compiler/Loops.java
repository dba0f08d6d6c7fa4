package org.rechnungseingang.schematron.compiler;

import java.util.List;
import java.util.function.Consumer;
import net.sf.saxon.expr.AtomicSequenceConverter;
import net.sf.saxon.expr.Atomizer;
import net.sf.saxon.expr.AxisExpression;
import net.sf.saxon.expr.CardinalityChecker;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.FilterExpression;
import net.sf.saxon.expr.ForExpression;
import net.sf.saxon.expr.GlobalVariableReference;
import net.sf.saxon.expr.IsLastExpression;
import net.sf.saxon.expr.ItemChecker;
import net.sf.saxon.expr.LetExpression;
import net.sf.saxon.expr.Literal;
import net.sf.saxon.expr.LocalVariableReference;
import net.sf.saxon.expr.RangeExpression;
import net.sf.saxon.expr.SlashExpression;
import net.sf.saxon.expr.SystemFunctionCall;
import net.sf.saxon.expr.UnaryExpression;
import net.sf.saxon.expr.UntypedSequenceConverter;
import net.sf.saxon.expr.VennExpression;
import net.sf.saxon.expr.instruct.Block;
import net.sf.saxon.expr.instruct.Choose;
import net.sf.saxon.expr.parser.Token;
import net.sf.saxon.expr.sort.DocumentSorter;
import net.sf.saxon.om.GroundedValue;

/** Expressions whose items are gone through one after the other. */
final class Loops {

    private final Translator translator;
    private final Steps steps;

    Loops(Translator translator) {
        this.translator = translator;
        this.steps = new Steps(translator);
    }

    /** Whether its items are found by going through something. */
    static boolean knows(Expression expression) {
        return expression instanceof SlashExpression
                || expression instanceof FilterExpression
                || expression instanceof VennExpression
                || expression instanceof Block
                || expression instanceof ForExpression;
    }

    void loop(Expression expression, Scope scope, JavaWriter out, Consumer<Item> body) {
        if (expression instanceof AxisExpression axis) {
            steps.loop(axis, scope, out, body);
        } else if (expression instanceof SlashExpression path) {
            path(path, scope, out, body);
        } else if (expression instanceof FilterExpression filter) {
            filtered(filter, scope, out, body);
        } else if (expression instanceof Atomizer atomizer) {
            loop(atomizer.getBaseExpression(), scope, out, item -> body.accept(value(item, out)));
        } else if (expression instanceof AtomicSequenceConverter converter) {
            Kind kind = Kind.of(converter.getRequiredItemType());
            loop(
                    converter.getBaseExpression(),
                    scope,
                    out,
                    item -> body.accept(named(new Item(Conversions.cast(kind, item), kind), out)));
        } else if (expression instanceof UntypedSequenceConverter converter) {
            loop(
                    converter.getBaseExpression(),
                    scope,
                    out,
                    item -> body.accept(
                            item.kind() == Kind.UNTYPED
                                    ? named(new Item("Casts.toDouble(" + item.code() + ")", Kind.DOUBLE), out)
                                    : item.kind() == Kind.ANY
                                            ? named(
                                                    new Item("Casts.untypedToDouble(" + item.code() + ")", Kind.ANY),
                                                    out)
                                            : item));
        } else if (expression instanceof DocumentSorter sorter) {
            sorted(sorter.getBaseExpression(), scope, out, body);
        } else if (expression instanceof VennExpression union && union.getOperator() == Token.UNION) {
            sorted(expression, scope, out, body);
        } else if (expression instanceof Block block) {
            for (var operand : block.getOperanda()) {
                loop(operand.getChildExpression(), scope, out, body);
            }
        } else if (expression instanceof ItemChecker || expression instanceof CardinalityChecker) {
            checked((UnaryExpression) expression, scope, out, body);
        } else {
            others(expression, scope, out, body);
        }
    }

    private void others(Expression expression, Scope scope, JavaWriter out, Consumer<Item> body) {
        if (expression instanceof LocalVariableReference reference) {
            variable(translator.variables().variable(reference, scope), out, body);
        } else if (expression instanceof GlobalVariableReference reference) {
            variable(translator.variables().global(reference), out, body);
        } else if (expression instanceof ForExpression each) {
            loop(each.getSequence(), scope, out, item -> {
                Scope inside = translator.variables().declare(each, item, scope, out);
                loop(each.getAction(), inside, out, body);
            });
        } else if (expression instanceof LetExpression let) {
            Scope inside = translator.variables().declare(let, scope, out);
            loop(let.getAction(), inside, out, body);
        } else if (expression instanceof Choose choose) {
            chosen(choose, scope, out, body);
        } else if (expression instanceof RangeExpression range) {
            String number = out.name("number");
            String from = translator.single(range.getStartExpression(), scope).code();
            String to = translator.single(range.getEndExpression(), scope).code();
            out.block(
                    "for (BigDecimal " + number + " : range(" + from + ", " + to + "))",
                    inside -> body.accept(new Item(number, Kind.DECIMAL)));
        } else if (expression instanceof SystemFunctionCall call
                && translator.types().many(call)) {
            each(Functions.many(translator, call, scope), out, body);
        } else if (expression instanceof Literal literal) {
            literals(literal, out, body);
        } else if (translator.types().many(expression)) {
            throw Untranslatable.of(expression);
        } else {
            one(translator.single(expression, scope), out, body);
        }
    }

    private void literals(Literal literal, JavaWriter out, Consumer<Item> body) {
        GroundedValue value = literal.getGroundedValue();
        if (value.getLength() == 1) {
            body.accept(Literals.item(translator, value, literal));
        } else if (value.getLength() > 1) {
            Kind kind = Literals.item(translator, value.itemAt(0), literal).kind();
            StringBuilder items = new StringBuilder();
            for (int i = 0; i < value.getLength(); i++) {
                items.append(i == 0 ? "" : ", ")
                        .append(Literals.item(translator, value.itemAt(i), literal)
                                .code());
            }
            String name = translator.code().constant(kind.many(), "LIST", "List.of(" + items + ")");
            each(new Item(name, kind), out, body);
        }
    }

    private void checked(UnaryExpression checker, Scope scope, JavaWriter out, Consumer<Item> body) {
        if (translator.types().many(checker)) {
            loop(checker.getBaseExpression(), scope, out, body);
        } else {
            one(translator.single(checker, scope), out, body);
        }
    }

    private void chosen(Choose choose, Scope scope, JavaWriter out, Consumer<Item> body) {
        String otherwise = "";
        for (int i = 0; i < choose.size(); i++) {
            Expression action = choose.getAction(i);
            String condition = translator.condition(choose.getCondition(i), scope);
            out.block(otherwise + "if (" + condition + ")", then -> loop(action, scope, out, body));
            otherwise = "else ";
        }
    }

    /** What may be no item. */
    private static void one(Item item, JavaWriter out, Consumer<Item> body) {
        if (item.kind() == Kind.EMPTY) {
            return;
        }
        String name = out.name("item");
        out.line(item.kind().type() + " " + name + " = " + item.code() + ";");
        out.block("if (" + item.kind().isThere(name) + ")", then -> body.accept(new Item(name, item.kind())));
    }

    private static void variable(Variable variable, JavaWriter out, Consumer<Item> body) {
        Item value = new Item(variable.name(), variable.kind());
        if (variable.many()) {
            each(value, out, body);
        } else {
            one(value, out, body);
        }
    }

    private void path(SlashExpression path, Scope scope, JavaWriter out, Consumer<Item> body) {
        Consumer<JavaWriter> steps = inside ->
                loop(path.getStart(), scope, inside, node -> loop(path.getStep(), scope.at(node), inside, body));
        Steps.attribute(path.getStep())
                .ifPresentOrElse(
                        name -> out.block(
                                "if (t.hasAttribute(" + translator.names().code(name) + "))", steps),
                        () -> steps.accept(out));
    }

    /** Each item of what is an array or a list in Java. */
    private static void each(Item all, JavaWriter out, Consumer<Item> body) {
        String name = out.name("item");
        out.block(
                "for (" + all.kind().present() + " " + name + " : " + all.code() + ")",
                inside -> body.accept(new Item(name, all.kind())));
    }

    private static Item value(Item item, JavaWriter out) {
        return item.kind() == Kind.NODE ? named(new Item("t.value(" + item.code() + ")", Kind.UNTYPED), out) : item;
    }

    private static Item named(Item item, JavaWriter out) {
        String name = out.name("value");
        out.line(item.kind().present() + " " + name + " = " + item.code() + ";");
        return new Item(name, item.kind());
    }

    private void filtered(FilterExpression filter, Scope scope, JavaWriter out, Consumer<Item> body) {
        Expression predicate = filter.getFilter();
        if (predicate instanceof IsLastExpression) {
            String last = out.name("last");
            Item all = collected(filter.getSelectExpression(), scope, out);
            out.line("for (int " + last + " = 0; " + last + " < size(" + all.code() + "); " + last + "++) {");
            out.block(
                    "if (" + last + " == size(" + all.code() + ") - 1)",
                    then -> body.accept(new Item(at(all, last), all.kind())));
            out.line("}");
            return;
        }
        Kind kind = translator.types().kind(predicate);
        if (kind.isNumber()) {
            positional(filter, scope, out, body);
            return;
        }
        loop(
                filter.getSelectExpression(),
                scope,
                out,
                item -> out.block(
                        "if (" + translator.condition(predicate, scope.at(item)) + ")", then -> body.accept(item)));
    }

    private void positional(FilterExpression filter, Scope scope, JavaWriter out, Consumer<Item> body) {
        if (Types.dependsOnContext(filter.getFilter())) {
            throw Untranslatable.of(filter);
        }
        Item all = collected(filter.getSelectExpression(), scope, out);
        String place = out.name("place");
        out.line("int " + place + " = place("
                + translator.single(filter.getFilter(), scope).code() + ", size(" + all.code() + "));");
        out.block("if (" + place + " >= 0)", then -> body.accept(new Item(at(all, place), all.kind())));
    }

    private static String at(Item all, String index) {
        return all.kind() == Kind.NODE ? all.code() + "[" + index + "]" : all.code() + ".get(" + index + ")";
    }

    private Item collected(Expression expression, Scope scope, JavaWriter out) {
        Kind kind = translator.types().kind(expression);
        String name = out.name("all");
        out.line(kind.many() + " " + name + " = " + all(expression, scope) + ";");
        return new Item(name, kind);
    }

    private void sorted(Expression expression, Scope scope, JavaWriter out, Consumer<Item> body) {
        String name = out.name("node");
        out.block(
                "for (int " + name + " : " + gathered(expression, scope, "sorted()") + ")",
                each -> body.accept(new Item(name, Kind.NODE)));
    }

    /** Java for an array of nodes. */
    private String gathered(Expression expression, Scope scope, String how) {
        List<Expression> parts = expression instanceof VennExpression union
                ? List.of(union.getLhsExpression(), union.getRhsExpression())
                : List.of(expression);
        return translator.code().call("int[]", scope, out -> {
            out.line("Nodes nodes = new Nodes();");
            for (Expression part : parts) {
                loop(part, scope.inMethod(), out, item -> out.line("nodes.add(" + item.code() + ");"));
            }
            out.line("return nodes." + how + ";");
        });
    }

    String all(Expression expression, Scope scope) {
        if (expression instanceof LocalVariableReference reference) {
            Variable variable = translator.variables().variable(reference, scope);
            if (variable.many()) {
                return variable.name();
            }
        }
        if (expression instanceof SystemFunctionCall call && translator.types().many(call)) {
            return Functions.many(translator, call, scope).code();
        }
        Kind kind = translator.types().kind(expression);
        if (kind == Kind.NODE) {
            boolean unsorted = expression instanceof DocumentSorter || expression instanceof VennExpression;
            Expression base = expression instanceof DocumentSorter sorter ? sorter.getBaseExpression() : expression;
            return gathered(base, scope, unsorted ? "sorted()" : "all()");
        }
        return translator.code().call(kind.many(), scope, out -> {
            out.line(kind.many() + " all = new ArrayList<>();");
            loop(expression, scope.inMethod(), out, item -> out.line("all.add(" + Conversions.to(kind, item) + ");"));
            out.line("return all;");
        });
    }

    /** Java for the nodes in the opposite order. */
    String reversed(Expression expression, Scope scope) {
        return gathered(expression, scope, "reversed()");
    }
}
