package org.rechnungseingang.schematron.compiler;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.sf.saxon.expr.Expression;

/** Translates expressions; the parts of it know each other by this. */
final class Translator {

    private final ClassCode code;
    private final NameTable names;
    private final CodeLists codeLists;
    private final Types types = new Types();
    private final Conditions conditions = new Conditions(this);
    private final Singles singles = new Singles(this);
    private final Loops loops = new Loops(this);
    private final Variables variables = new Variables(this);

    Translator(ClassCode code, NameTable names, CodeLists codeLists) {
        this.code = code;
        this.names = names;
        this.codeLists = codeLists;
    }

    ClassCode code() {
        return code;
    }

    NameTable names() {
        return names;
    }

    CodeLists codeLists() {
        return codeLists;
    }

    Types types() {
        return types;
    }

    Variables variables() {
        return variables;
    }

    /** Java for the effective boolean value. */
    Optional<List<String>> forbidden(Expression expression) {
        return conditions.forbidden(expression);
    }

    String condition(Expression expression, Scope scope) {
        return conditions.condition(expression, scope);
    }

    /** Java for whether there is anything. */
    String exists(Expression expression, Scope scope) {
        return conditions.exists(expression, scope);
    }

    /** Java for one item or none; several are doubtful. */
    Item single(Expression expression, Scope scope) {
        return singles.single(expression, scope);
    }

    /** The same as that kind. */
    String single(Expression expression, Scope scope, Kind kind) {
        return Conversions.to(kind, single(expression, scope));
    }

    /** Statements that go through the items in their order. */
    void loop(Expression expression, Scope scope, JavaWriter out, Consumer<Item> body) {
        loops.loop(expression, scope, out, body);
    }

    /** Java for all items: an array of nodes, a list of anything else. */
    String all(Expression expression, Scope scope) {
        return loops.all(expression, scope);
    }

    /** Java for all nodes in the opposite order. */
    String reversed(Expression expression, Scope scope) {
        return loops.reversed(expression, scope);
    }
}
