package org.rechnungseingang.document;

/** How reading a document ended. */
public sealed interface Parsing {

    /** The document is well-formed XML within the bounds. */
    record WellFormed() implements Parsing {}

    /** The handler had {@link Enough}; the rest of the document was not looked at. */
    record Stopped() implements Parsing {}

    /** The document is not well-formed; line and column count from 1, text is the parser's reason in English. */
    record NotWellFormed(int line, int column, String text) implements Parsing {}

    /**
     * The document breaks a bound and was not read to its end.
     *
     * @param code stable: {@code size}, {@code utf-32}, {@code ebcdic}, {@code encoding}, {@code declaration},
     *     {@code version}, {@code doctype}, {@code entity}, {@code depth}, {@code attributes}, {@code name},
     *     {@code elements}, {@code digits}, {@code instructions}, {@code comments}
     * @param text the reason and the way out, in German
     * @param english the same in English
     */
    record Refused(String code, String text, String english) implements Parsing {}
}
