package org.rechnungseingang.schematron.compiler;

import net.sf.saxon.expr.Binding;

/** A variable of the rules and the Java variable that holds it: one or none, or any number. */
record Variable(Binding binding, String name, Kind kind, boolean many) {

    String type() {
        return many ? kind.many() : kind.type();
    }
}
