package org.rechnungseingang.schematron.compiler;

import java.util.function.Consumer;

/** The statements of one method, indented. */
final class JavaWriter {

    private final StringBuilder code = new StringBuilder();
    private int depth = 2;
    private int names;

    /** A name for a variable that no other of this method has. */
    String name(String start) {
        names++;
        return start + names;
    }

    void line(String statement) {
        code.append("    ".repeat(depth)).append(statement).append('\n');
    }

    /** A block with its braces. */
    void block(String head, Consumer<JavaWriter> body) {
        line(head + " {");
        depth++;
        body.accept(this);
        depth--;
        line("}");
    }

    @Override
    public String toString() {
        return code.toString();
    }
}
