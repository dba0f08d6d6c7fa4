package org.rechnungseingang.schematron.compiler;

/** One kind as another. */
final class Conversions {

    private Conversions() {}

    /** Java for the item as that kind; no value changes by it. */
    static String to(Kind kind, Item item) {
        Kind from = item.kind();
        if (from == kind || kind.isText() && from.isText()) {
            return item.code();
        }
        if (from == Kind.EMPTY) {
            return kind.none();
        }
        if (kind == Kind.ANY && from != Kind.NODE) {
            return from == Kind.UNTYPED ? "Casts.untyped(" + item.code() + ")" : item.code();
        }
        if (kind == Kind.DOUBLE && (from == Kind.DECIMAL || from == Kind.ANY)) {
            return "Casts.toDouble(" + item.code() + ")";
        }
        throw new Untranslatable(from + " as " + kind + ": " + item.code());
    }

    /** The same as what XPath makes of an untyped value. */
    static String cast(Kind kind, Item item) {
        if (item.kind() == kind) {
            return item.code();
        }
        return switch (kind) {
            case DECIMAL -> "Casts.decimal(" + typed(item) + ")";
            case DOUBLE -> "Casts.toDouble(" + typed(item) + ")";
            case BOOLEAN -> "Casts.toBoolean(" + typed(item) + ")";
            case DATE -> "Casts.date(" + typed(item) + ")";
            case TEXT -> item.kind().isText() ? item.code() : "Casts.string(" + typed(item) + ")";
            default -> to(kind, item);
        };
    }

    /** With a type that chooses the right method where it is none. */
    private static String typed(Item item) {
        return item.kind() == Kind.EMPTY ? "(Object) null" : item.code();
    }
}
