package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;

/** The characters that XML 1.0 has. */
final class Characters {

    private Characters() {}

    static int ofXml(BigDecimal codePoint) {
        long c = Whole.isLong(codePoint) ? codePoint.longValue() : -1;
        boolean space = c == '\t' || c == '\n' || c == '\r';
        boolean letter = c >= ' ' && c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE && c <= 0xFFFD;
        if (!space && !letter && (c < Character.MIN_SUPPLEMENTARY_CODE_POINT || c > Character.MAX_CODE_POINT)) {
            throw new Doubtful("character that XML does not have");
        }
        return (int) c;
    }
}
