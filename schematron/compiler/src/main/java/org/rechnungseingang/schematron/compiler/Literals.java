package org.rechnungseingang.schematron.compiler;

import net.sf.saxon.expr.Expression;
import net.sf.saxon.om.GroundedValue;
import net.sf.saxon.value.BooleanValue;
import net.sf.saxon.value.DecimalValue;
import net.sf.saxon.value.DoubleValue;
import net.sf.saxon.value.IntegerValue;
import net.sf.saxon.value.StringValue;

/** Values as Java writes them. */
final class Literals {

    private Literals() {}

    static String text(String text) {
        StringBuilder code = new StringBuilder("\"");
        text.chars().forEach(c -> code.append(character((char) c)));
        return code.append('"').toString();
    }

    private static String character(char character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                character < ' ' || character > '~' ? "\\u%04x".formatted((int) character) : String.valueOf(character);
        };
    }

    /** Java for one value that is written in the rules. */
    static Item item(Translator translator, GroundedValue value, Expression expression) {
        if (value instanceof StringValue string) {
            return new Item(text(string.getStringValue()), Kind.TEXT);
        }
        if (value instanceof BooleanValue truth) {
            return new Item(String.valueOf(truth.getBooleanValue()), Kind.BOOLEAN);
        }
        if (value instanceof IntegerValue integer) {
            return number(
                    translator, "Numbers.integer(" + integer.asBigInteger().longValueExact() + "L)");
        }
        if (value instanceof DecimalValue decimal) {
            return number(
                    translator, "Casts.decimal(\"" + decimal.getDecimalValue().toPlainString() + "\")");
        }
        if (value instanceof DoubleValue number) {
            return new Item("Double.valueOf(" + number.getDoubleValue() + ")", Kind.DOUBLE);
        }
        throw Untranslatable.of(expression);
    }

    private static Item number(Translator translator, String number) {
        return new Item(translator.code().constant("BigDecimal", "NUMBER", number), Kind.DECIMAL);
    }
}
