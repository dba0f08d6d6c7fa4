package org.rechnungseingang.schematron.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.expr.Binding;

/** What Java can name where an expression stands: the context item and the variables. */
record Scope(Optional<Item> context, List<Variable> variables) {

    static final String CONTEXT = "c";

    /** At the document node, without variables. */
    static Scope document() {
        return new Scope(Optional.of(new Item("Tree.DOCUMENT", Kind.NODE)), List.of());
    }

    /** Within a rule: the node that it is about. */
    static Scope node() {
        return new Scope(Optional.of(new Item(CONTEXT, Kind.NODE)), List.of());
    }

    static Scope function(List<Variable> parameters) {
        return new Scope(Optional.empty(), parameters);
    }

    Item item() {
        return context.orElseThrow(() -> new Untranslatable("no context item"));
    }

    Scope at(Item item) {
        return new Scope(Optional.of(item), variables);
    }

    Scope with(Variable variable) {
        List<Variable> more = new ArrayList<>(variables);
        more.add(variable);
        return new Scope(context, List.copyOf(more));
    }

    Optional<Variable> variable(Binding binding) {
        return variables.stream()
                .filter(known -> known.binding().equals(binding))
                .findFirst();
    }

    String nextName() {
        return "v" + (variables.size() + 1);
    }

    /** The same as seen from within a method of its own. */
    Scope inMethod() {
        return new Scope(context.map(item -> new Item(CONTEXT, item.kind())), variables);
    }

    String parameters() {
        return Stream.concat(
                        context.map(item -> item.kind().present() + " " + CONTEXT).stream(),
                        variables.stream().map(variable -> variable.type() + " " + variable.name()))
                .collect(Collectors.joining(", "));
    }

    String arguments() {
        return Stream.concat(
                        context.map(Item::code).stream(), variables.stream().map(Variable::name))
                .collect(Collectors.joining(", "));
    }
}
