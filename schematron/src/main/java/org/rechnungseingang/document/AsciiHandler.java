package org.rechnungseingang.document;

import org.xml.sax.SAXException;

/** A handler that can do without characters where a text is nothing but bytes of ASCII: megabytes of an attachment. */
public interface AsciiHandler {

    /**
     * A piece of a text, as {@code characters} would tell it; whether it was taken. If not, it comes again as characters.
     *
     * @param to behind the last byte
     */
    boolean ascii(byte[] text, int from, int to) throws SAXException;
}
