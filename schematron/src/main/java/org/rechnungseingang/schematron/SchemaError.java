package org.rechnungseingang.schematron;

/**
 * One place where a document departs from its XML schema.
 *
 * @param line the line, from 1
 * @param column the column, from 1
 * @param code the schema processor's code, for instance {@code cvc-complex-type.2.4.a}
 * @param text the schema processor's text, with the code
 */
public record SchemaError(int line, int column, String code, String text) {

    Finding asFinding() {
        return Finding.format(code, "line " + line + ": " + text);
    }
}
