package org.rechnungseingang.schematron.compiler;

/** Java for one item that is there, or for one or none. */
record Item(String code, Kind kind) {}
