package org.rechnungseingang.schematron.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.GlobalVariableReference;
import net.sf.saxon.expr.Literal;
import net.sf.saxon.expr.StringLiteral;
import net.sf.saxon.expr.SystemFunctionCall;

/** The functions of XPath that rules use. */
final class Functions {

    private Functions() {}

    /** Functions whose result is true or false. */
    static String condition(Translator translator, SystemFunctionCall call, Scope scope) {
        String name = call.getFunctionName().getLocalPart();
        return switch (name) {
            case "contains" -> contains(translator, call, scope);
            case "starts-with" -> "Texts.startsWith(" + texts(translator, call, scope) + ")";
            case "ends-with" -> "Texts.endsWith(" + texts(translator, call, scope) + ")";
            case "matches" -> regex(translator, call, 2) + ".matches(" + text(translator, call, 0, scope) + ")";
            default -> throw Untranslatable.of(call);
        };
    }

    /** A code list is a text with a space around each code; whether a value is in it is asked as one looks for a word. */
    private static String contains(Translator translator, SystemFunctionCall call, Scope scope) {
        Optional<Expression> word = betweenSpaces(call.getArg(1));
        if (word.isPresent() && call.getArg(0) instanceof StringLiteral list && isList(list.stringify())) {
            String codes = translator
                    .code()
                    .constant("CodeList", "CODES", "CodeList.of(" + Literals.text(list.stringify()) + ")");
            return codes + ".contains(" + translator.single(word.get(), scope, Kind.TEXT) + ")";
        }
        return "Texts.contains(" + texts(translator, call, scope) + ")";
    }

    private static boolean isList(String list) {
        return list.startsWith(" ") && list.endsWith(" ");
    }

    private static Optional<Expression> betweenSpaces(Expression expression) {
        if (expression instanceof SystemFunctionCall concat
                && concat.getFunctionName().getLocalPart().equals("concat")
                && concat.getArity() == 3
                && isSpace(concat.getArg(0))
                && isSpace(concat.getArg(2))) {
            return Optional.of(concat.getArg(1));
        }
        return Optional.empty();
    }

    private static boolean isSpace(Expression expression) {
        return expression instanceof StringLiteral literal
                && literal.stringify().equals(" ");
    }

    /** Functions whose result is one item or none. */
    static Item single(Translator translator, SystemFunctionCall call, Kind kind, Scope scope) {
        return new Item(value(translator, call, kind, scope), kind);
    }

    private static String value(Translator translator, SystemFunctionCall call, Kind kind, Scope scope) {
        String name = call.getFunctionName().getLocalPart();
        return switch (name) {
            case "normalize-space" -> "Texts.normalizeSpace(" + text(translator, call, 0, scope) + ")";
            case "upper-case" -> "Texts.upperCase(" + text(translator, call, 0, scope) + ")";
            case "lower-case" -> "Texts.lowerCase(" + text(translator, call, 0, scope) + ")";
            case "string-length" -> "Texts.length(" + text(translator, call, 0, scope) + ")";
            case "substring-after" -> "Texts.after(" + texts(translator, call, scope) + ")";
            case "substring-before" -> "Texts.before(" + texts(translator, call, scope) + ")";
            case "translate" -> "Texts.translate(" + texts(translator, call, scope) + ")";
            case "substring" -> substring(translator, call, scope);
            case "concat" -> concat(translator, call, scope);
            case "string" -> "orEmpty(" + string(translator, call.getArg(0), scope) + ")";
            case "string-join" -> joined(translator, call, scope);
            case "replace" ->
                regex(translator, call, 3) + ".replace(" + text(translator, call, 0, scope) + ", "
                        + text(translator, call, 2, scope) + ")";
            case "codepoints-to-string" -> "Texts.fromCodepoints(" + translator.all(call.getArg(0), scope) + ")";
            case "number", "round", "abs" ->
                (name.equals("number") ? "Casts." : "Numbers.") + name + "(" + present(translator, call, scope) + ")";
            case "count" -> count(translator, call.getArg(0), scope);
            case "sum" -> sum(translator, call, kind, scope);
            case "name" -> "t.name(" + translator.single(call.getArg(0), scope, Kind.NODE) + ")";
            case "local-name" -> "t.localName(" + translator.single(call.getArg(0), scope, Kind.NODE) + ")";
            default -> throw Untranslatable.of(call);
        };
    }

    /** Functions whose result may be several items: an array of nodes, a list of anything else. */
    static Item many(Translator translator, SystemFunctionCall call, Scope scope) {
        Kind kind = translator.types().kind(call);
        String name = call.getFunctionName().getLocalPart();
        String code = switch (name) {
            case "tokenize" -> "tokens(" + regex(translator, call, 2) + ", " + text(translator, call, 0, scope) + ")";
            case "string-to-codepoints" -> "Texts.codepoints(" + text(translator, call, 0, scope) + ")";
            case "distinct-values" -> "Texts.distinct(" + translator.all(call.getArg(0), scope) + ")";
            case "reverse" ->
                kind == Kind.NODE
                        ? translator.reversed(call.getArg(0), scope)
                        : "reversed(" + translator.all(call.getArg(0), scope) + ")";
            default -> throw Untranslatable.of(call);
        };
        return new Item(code, kind);
    }

    private static String present(Translator translator, SystemFunctionCall call, Scope scope) {
        Item item = translator.single(call.getArg(0), scope);
        return item.kind() == Kind.EMPTY ? "(Object) null" : item.code();
    }

    private static String text(Translator translator, SystemFunctionCall call, int argument, Scope scope) {
        return translator.single(call.getArg(argument), scope, Kind.TEXT);
    }

    private static String texts(Translator translator, SystemFunctionCall call, Scope scope) {
        return IntStream.range(
                        0,
                        Math.min(
                                call.getArity(),
                                call.getFunctionName().getLocalPart().equals("translate") ? 3 : 2))
                .mapToObj(i -> text(translator, call, i, scope))
                .collect(Collectors.joining(", "));
    }

    private static String substring(Translator translator, SystemFunctionCall call, Scope scope) {
        List<String> arguments = new ArrayList<>();
        arguments.add(text(translator, call, 0, scope));
        for (int i = 1; i < call.getArity(); i++) {
            arguments.add(translator.single(call.getArg(i), scope).code());
        }
        return "Texts.substring(" + String.join(", ", arguments) + ")";
    }

    private static String concat(Translator translator, SystemFunctionCall call, Scope scope) {
        return IntStream.range(0, call.getArity())
                .mapToObj(i -> string(translator, call.getArg(i), scope))
                .collect(Collectors.joining(", ", "Texts.concat(", ")"));
    }

    private static String string(Translator translator, Expression expression, Scope scope) {
        Item item = translator.single(expression, scope);
        return switch (item.kind()) {
            case EMPTY -> "null";
            case NODE -> "t.valueOf(" + item.code() + ")";
            default -> Conversions.cast(Kind.TEXT, item);
        };
    }

    private static String joined(Translator translator, SystemFunctionCall call, Scope scope) {
        Expression items = call.getArg(0);
        if (!translator.types().many(items)) {
            return "orEmpty(" + Conversions.cast(Kind.TEXT, translator.single(items, scope)) + ")";
        }
        String separator = text(translator, call, 1, scope);
        return "Texts.join(" + translator.all(items, scope) + ", " + separator + ")";
    }

    private static String count(Translator translator, Expression counted, Scope scope) {
        return translator.code().call("BigDecimal", scope, out -> {
            out.line("int count = 0;");
            translator.loop(counted, scope.inMethod(), out, item -> out.line("count++;"));
            out.line("return Numbers.integer(count);");
        });
    }

    private static String sum(Translator translator, SystemFunctionCall call, Kind kind, Scope scope) {
        String zero = Conversions.to(kind, translator.single(call.getArg(1), scope));
        return translator.code().call(kind.type(), scope, out -> {
            out.line(kind.type() + " sum = null;");
            translator.loop(call.getArg(0), scope.inMethod(), out, item -> {
                Item number = item.kind() == Kind.UNTYPED
                        ? new Item("Casts.toDouble(" + item.code() + ")", Kind.DOUBLE)
                        : item;
                String next = Conversions.to(kind, number);
                out.line("sum = sum == null ? " + next + " : Numbers.add(sum, " + next + ");");
            });
            out.line("return sum == null ? " + zero + " : sum;");
        });
    }

    private static String regex(Translator translator, SystemFunctionCall call, int flags) {
        String given = "";
        if (call.getArity() > flags) {
            given = ((StringLiteral) call.getArg(flags)).stringify();
        }
        String pattern = constant(translator, call.getArg(1));
        return translator.code().constant("Regex", "REGEX", "Regex.of(" + pattern + ", " + Literals.text(given) + ")");
    }

    /** The same for every document: a literal, or a global variable that is one. */
    private static String constant(Translator translator, Expression expression) {
        if (expression instanceof StringLiteral literal) {
            return Literals.text(literal.stringify());
        }
        if (expression instanceof GlobalVariableReference reference
                && translator.variables().global(reference).name().startsWith("\"")) {
            return translator.variables().global(reference).name();
        }
        if (expression instanceof SystemFunctionCall concat
                && concat.getFunctionName().getLocalPart().equals("concat")) {
            return IntStream.range(0, concat.getArity())
                    .mapToObj(i -> part(translator, concat.getArg(i)))
                    .collect(Collectors.joining(" + "));
        }
        throw Untranslatable.of(expression);
    }

    private static String part(Translator translator, Expression expression) {
        if (expression instanceof Literal literal && !(expression instanceof StringLiteral)) {
            return Literals.text(literal.getGroundedValue().toString());
        }
        return constant(translator, expression);
    }
}
