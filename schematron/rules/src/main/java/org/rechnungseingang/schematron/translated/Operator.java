package org.rechnungseingang.schematron.translated;

/** What a comparison asks for. */
public enum Operator {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE;

    boolean holds(int comparison) {
        return switch (this) {
            case EQ -> comparison == 0;
            case NE -> comparison != 0;
            case LT -> comparison < 0;
            case LE -> comparison <= 0;
            case GT -> comparison > 0;
            case GE -> comparison >= 0;
        };
    }

    /**
     * The same for doubles, of which one may be no number. Zero and minus zero are equal for Saxon, but not for the code
     * that its optimiser puts in the place of a comparison with a literal.
     */
    boolean holds(double left, double right) {
        if (left == 0 && right == 0 && Double.compare(left, right) != 0) {
            throw new Doubtful("comparison with minus zero");
        }
        return switch (this) {
            case EQ -> left == right;
            case NE -> left != right;
            case LT -> left < right;
            case LE -> left <= right;
            case GT -> left > right;
            case GE -> left >= right;
        };
    }

    /** The operator that says the same of swapped operands. */
    Operator swapped() {
        return switch (this) {
            case EQ, NE -> this;
            case LT -> GT;
            case LE -> GE;
            case GT -> LT;
            case GE -> LE;
        };
    }
}
