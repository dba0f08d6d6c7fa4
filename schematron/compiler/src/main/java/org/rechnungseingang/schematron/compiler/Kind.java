package org.rechnungseingang.schematron.compiler;

import net.sf.saxon.pattern.NodeTest;
import net.sf.saxon.type.AtomicType;
import net.sf.saxon.type.BuiltInAtomicType;
import net.sf.saxon.type.ErrorType;
import net.sf.saxon.type.ItemType;

/** What is known about the items of an expression before it is evaluated, and how Java holds one. */
enum Kind {
    /** Nothing at all: the empty sequence. */
    EMPTY("Object", "Object"),
    NODE("int", "Integer"),
    /** xs:string */
    TEXT("@Nullable String", "String"),
    /** xs:untypedAtomic: a string that is whatever it is compared with. */
    UNTYPED("@Nullable String", "String"),
    /** xs:decimal and xs:integer */
    DECIMAL("@Nullable BigDecimal", "BigDecimal"),
    DOUBLE("@Nullable Double", "Double"),
    BOOLEAN("@Nullable Boolean", "Boolean"),
    DATE("@Nullable LocalDate", "LocalDate"),
    /** Any atomic value; told apart when the rule is evaluated. */
    ANY("@Nullable Object", "Object");

    private final String type;
    private final String boxed;

    Kind(String type, String boxed) {
        this.type = type;
        this.boxed = boxed;
    }

    /** The Java type of one or none. */
    String type() {
        return type;
    }

    /** The Java type of an item that is there. */
    String present() {
        return this == NODE ? "int" : boxed;
    }

    /** The Java type of any number of them. */
    String many() {
        return this == NODE ? "int[]" : "List<" + boxed + ">";
    }

    /** How Java says none. */
    String none() {
        return this == NODE ? "Tree.NONE" : "null";
    }

    /** The condition that there is one. */
    String isThere(String code) {
        return this == NODE ? code + " >= 0" : code + " != null";
    }

    boolean isNumber() {
        return this == DECIMAL || this == DOUBLE;
    }

    boolean isText() {
        return this == TEXT || this == UNTYPED;
    }

    /** The kind of what may be this or that. */
    Kind or(Kind other) {
        if (this == other || other == EMPTY) {
            return this;
        }
        if (this == EMPTY) {
            return other;
        }
        if (this == NODE || other == NODE) {
            throw new Untranslatable("a node or a value");
        }
        return ANY;
    }

    static Kind of(ItemType type) {
        if (type instanceof ErrorType) {
            return EMPTY;
        }
        if (type instanceof NodeTest) {
            return NODE;
        }
        if (type instanceof AtomicType atomic && atomic.getPrimitiveItemType() instanceof BuiltInAtomicType primitive) {
            return of(primitive);
        }
        return ANY;
    }

    private static Kind of(BuiltInAtomicType type) {
        if (type == BuiltInAtomicType.STRING) {
            return TEXT;
        }
        if (type == BuiltInAtomicType.UNTYPED_ATOMIC) {
            return UNTYPED;
        }
        if (type == BuiltInAtomicType.DECIMAL || type == BuiltInAtomicType.INTEGER) {
            return DECIMAL;
        }
        if (type == BuiltInAtomicType.DOUBLE) {
            return DOUBLE;
        }
        if (type == BuiltInAtomicType.BOOLEAN) {
            return BOOLEAN;
        }
        return type == BuiltInAtomicType.DATE ? DATE : ANY;
    }
}
