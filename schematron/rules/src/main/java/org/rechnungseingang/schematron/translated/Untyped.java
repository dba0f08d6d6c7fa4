package org.rechnungseingang.schematron.translated;

/** A value of type xs:untypedAtomic where its type is not known beforehand; there a plain string is an xs:string. */
public record Untyped(String value) {}
