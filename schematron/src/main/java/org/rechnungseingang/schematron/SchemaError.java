package org.rechnungseingang.schematron;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXParseException;

/**
 * One place where a document departs from its XML schema.
 *
 * @param line the line, from 1
 * @param column the column, from 1
 * @param code the schema processor's code, for instance {@code cvc-complex-type.2.4.a}
 * @param text the schema processor's text, with the code, and with the usual prefixes for namespaces
 */
public record SchemaError(int line, int column, String code, String text) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9.-]*(?=:)");

    /** The schema processor repeats the offending value, which may be long. */
    private static final int LONGEST_TEXT = 1_000;

    static SchemaError of(SAXParseException error) {
        String text = Prefixes.shorten(Optional.ofNullable(error.getMessage()).orElse("xsd: no text"));
        Matcher code = CODE.matcher(text);
        return new SchemaError(
                Math.max(1, error.getLineNumber()),
                Math.max(1, error.getColumnNumber()),
                code.lookingAt() ? code.group() : "xsd",
                text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…");
    }

    Finding asFinding() {
        return Finding.format(code, "line " + line + ": " + text);
    }
}
