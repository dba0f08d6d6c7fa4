package org.rechnungseingang.document;

import org.jspecify.annotations.Nullable;
import org.xml.sax.ext.Locator2;

/** The place of an event, counted in lines and columns when somebody asks. */
final class PlainPlace implements Locator2 {

    private final byte[] bytes;
    private int place;
    /** Up to here lines are counted. */
    private int counted;

    private int line = 1;

    /** Up to here columns are counted. */
    private int columnPlace;

    private int column = 1;
    private boolean over;

    PlainPlace(byte[] bytes, int start) {
        this.bytes = bytes;
        this.counted = start;
        this.columnPlace = start;
    }

    /** Places never move back. */
    void moveTo(int to) {
        place = to;
    }

    /** After the end there is no place. */
    void end() {
        over = true;
    }

    @Override
    public int getLineNumber() {
        return over ? -1 : line();
    }

    @Override
    public int getColumnNumber() {
        return over ? -1 : column();
    }

    private int line() {
        while (counted < place) {
            counted = Characters.lineEnd(bytes, counted, place);
            if (counted < place) {
                line++;
                columnPlace = ++counted;
                column = 1;
            }
        }
        return line;
    }

    private int column() {
        line();
        while (columnPlace < place) {
            byte next = bytes[columnPlace++];
            // Of a character's bytes the first counts, and twice where Java needs two of its own.
            column += (next & 0xc0) == 0x80 ? 0 : (next & 0xf8) == 0xf0 ? 2 : 1;
        }
        return column;
    }

    @Override
    public @Nullable String getPublicId() {
        return null;
    }

    @Override
    public @Nullable String getSystemId() {
        return null;
    }

    @Override
    public String getXMLVersion() {
        return "1.0";
    }

    @Override
    public String getEncoding() {
        return "UTF-8";
    }
}
