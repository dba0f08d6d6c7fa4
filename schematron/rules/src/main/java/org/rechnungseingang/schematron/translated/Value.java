package org.rechnungseingang.schematron.translated;

import java.util.Set;
import java.util.regex.Pattern;

/** A simple type of XML Schema. */
interface Value {

    /** Any text. */
    Value ANY = text -> true;

    /** Left to a complete processor. */
    Value LEFT = text -> false;

    Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");

    /** What stands in the place of an attachment that is Base64. */
    String BASE64 = "AA==";

    /** Whether the text certainly is such a value. */
    boolean accepts(String text);

    /** The type by the word of a grammar, with the codes if it is a list of them. */
    static Value of(String word, Set<String> codes) {
        return switch (word) {
            case "any" -> ANY;
            case "decimal" -> Lexical::isDecimal;
            case "date" -> text -> Dates.of(text) != null;
            case "boolean" -> Set.of("true", "false", "1", "0")::contains;
            case "base64" -> BASE64::equals;
            case "language" -> text -> LANGUAGE.matcher(text).matches();
            case "codes" -> codes::contains;
            default -> LEFT;
        };
    }
}
