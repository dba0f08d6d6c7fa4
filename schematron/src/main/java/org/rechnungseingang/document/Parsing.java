package org.rechnungseingang.document;

/** How reading a document ended. */
public sealed interface Parsing {

    /** The document is well-formed XML within the bounds. */
    record WellFormed() implements Parsing {}

    /** The document is not well-formed; line and column count from 1, text is the parser's reason. */
    record NotWellFormed(int line, int column, String text) implements Parsing {}

    /** The document breaks a bound (depth, size, encoding, DTD …) and was not read to its end; code is stable. */
    record Refused(String code, String text) implements Parsing {}
}
