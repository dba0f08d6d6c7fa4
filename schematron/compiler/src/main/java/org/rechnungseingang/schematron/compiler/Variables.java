package org.rechnungseingang.schematron.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.expr.Assignation;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.GlobalVariableReference;
import net.sf.saxon.expr.Literal;
import net.sf.saxon.expr.LocalVariableReference;
import net.sf.saxon.expr.UserFunctionCall;
import net.sf.saxon.expr.instruct.GlobalVariable;
import net.sf.saxon.expr.instruct.UserFunction;
import net.sf.saxon.expr.instruct.UserFunctionParameter;

/** Variables and functions that rules declare. */
final class Variables {

    private final Translator translator;
    private final Map<GlobalVariable, String> globals = new HashMap<>();
    private final Map<String, String> functions = new HashMap<>();

    Variables(Translator translator) {
        this.translator = translator;
    }

    /** Declares what a let expression binds, and answers the scope of what is within it. */
    Scope declare(Assignation let, Scope scope, JavaWriter out) {
        Expression value = let.getSequence();
        Kind kind = translator.types().kind(let.getSequence());
        boolean many = translator.types().many(value);
        Variable variable = new Variable(let, scope.nextName(), kind, many);
        String code = many
                ? translator.all(value, scope)
                : translator.single(value, scope).code();
        out.line(variable.type() + " " + variable.name() + " = " + code + ";");
        return scope.with(variable);
    }

    /** The same for each item that a loop goes through. */
    Scope declare(Assignation loop, Item item, Scope scope, JavaWriter out) {
        Variable variable = new Variable(loop, scope.nextName(), item.kind(), false);
        out.line(item.kind().present() + " " + variable.name() + " = " + item.code() + ";");
        return scope.with(variable);
    }

    Variable variable(LocalVariableReference reference, Scope scope) {
        return scope.variable(reference.getBinding()).orElseThrow(() -> Untranslatable.of(reference));
    }

    /** Java for the value of a variable of the whole document, which is found once. */
    Variable global(GlobalVariableReference reference) {
        GlobalVariable global = (GlobalVariable) reference.getBinding();
        Kind kind = translator.types().kind(global.getBody());
        boolean many = translator.types().many(global.getBody());
        if (!many && global.getBody() instanceof Literal) {
            return new Variable(
                    global,
                    translator.single(global.getBody(), Scope.document()).code(),
                    kind,
                    false);
        }
        String known = globals.get(global);
        if (known == null) {
            known = write(global.getVariableQName().getLocalPart(), global.getBody(), kind, many);
            globals.put(global, known);
        }
        return new Variable(global, known + "()", kind, many);
    }

    /** Java for the nodes that an absolute path leads to, which are found once. */
    String found(Expression path) {
        return write("nodes", path, Kind.NODE, true) + "()";
    }

    private String write(String of, Expression value, Kind kind, boolean many) {
        String name = translator.code().uniqueName("global_" + ClassCode.javaName(of));
        String type = many ? kind.many() : kind.type();
        String found = many
                ? translator.all(value, Scope.document())
                : translator.single(value, Scope.document()).code();
        String initial = many ? kind == Kind.NODE ? "new int[0]" : "List.of()" : kind.none();
        translator.code().member("""
                    private boolean %1$s_found;
                    private %2$s %1$s = %4$s;

                    private %2$s %1$s() {
                        if (!%1$s_found) {
                            %1$s = %3$s;
                            %1$s_found = true;
                        }
                        return %1$s;
                    }
                """.formatted(name, type, found, initial));
        return name;
    }

    /** A call of a function that the rules declare; each way to call it is a method. */
    String call(UserFunctionCall call, Scope scope) {
        UserFunction function = call.getFunction();
        List<String> arguments = new ArrayList<>();
        List<Variable> parameters = new ArrayList<>();
        StringBuilder key = new StringBuilder(function.getFunctionName().getLocalPart());
        for (int i = 0; i < call.getArity(); i++) {
            Expression argument = call.getArg(i);
            Kind kind = translator.types().kind(argument);
            boolean many = translator.types().many(argument);
            arguments.add(
                    many
                            ? translator.all(argument, scope)
                            : translator.single(argument, scope).code());
            UserFunctionParameter parameter = function.getParameterDefinitions()[i];
            parameters.add(new Variable(parameter, "p" + (i + 1), kind, many));
            key.append(' ').append(kind).append(many ? "*" : "");
        }
        String name = functions.get(key.toString());
        if (name == null) {
            name = write(function, parameters, key.toString());
        }
        return name + "(" + String.join(", ", arguments) + ")";
    }

    private String write(UserFunction function, List<Variable> parameters, String key) {
        String name = translator
                .code()
                .uniqueName("function_"
                        + ClassCode.javaName(function.getFunctionName().getLocalPart()));
        // Known before it is written: it may call itself.
        functions.put(key, name);
        parameters.forEach(
                parameter -> translator.types().bind(parameter.binding(), parameter.kind(), parameter.many()));
        Scope scope = Scope.function(parameters);
        Kind kind = result(function);
        String body = kind == Kind.BOOLEAN
                ? translator.condition(function.getBody(), scope)
                : Conversions.to(kind, translator.single(function.getBody(), scope));
        String type = kind == Kind.BOOLEAN ? "boolean" : kind.type();
        translator
                .code()
                .member("    private %s %s(%s) {\n        return %s;\n    }\n"
                        .formatted(type, name, scope.parameters(), body));
        return name;
    }

    private Kind result(UserFunction function) {
        Kind declared = Kind.of(function.getDeclaredResultType().getPrimaryType());
        return declared == Kind.ANY ? translator.types().kind(function.getBody()) : declared;
    }
}
