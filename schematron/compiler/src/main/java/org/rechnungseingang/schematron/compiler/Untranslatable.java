package org.rechnungseingang.schematron.compiler;

import net.sf.saxon.expr.Expression;

/** An expression that the translator has no Java for. */
final class Untranslatable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Untranslatable(String what) {
        super(what);
    }

    static Untranslatable of(Expression expression) {
        return new Untranslatable(expression.getClass().getSimpleName() + ": " + expression);
    }
}
