package org.rechnungseingang.document;

import java.util.Optional;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A document that was seen to be plain: XML 1.0 in UTF-8, without a document type, with names in ASCII, well-formed and
 * within the bounds. Its events are those of the JDK's parser, to which everything goes that is not plain.
 */
final class PlainDocument {

    private final PlainNotes notes;
    private final int start;

    private PlainDocument(PlainNotes notes, int start) {
        this.notes = notes;
        this.start = start;
    }

    /** Reads padded bytes, of which the document has so many; empty if it is not plain. */
    static Optional<PlainDocument> of(byte[] bytes, int length, Bounds bounds) {
        try {
            PlainHead head = PlainHead.of(bytes, length);
            PlainNotes notes = PlainNotes.of(bytes, length, bounds);
            PlainCursor cursor = new PlainCursor(bytes, head.end(), head.ascii());
            new PlainScanner(cursor, notes, bounds).scan(length);
            return Optional.of(new PlainDocument(notes, head.mark()));
        } catch (NotPlain e) {
            return Optional.empty();
        }
    }

    /** Sends the events of the document to a handler, and whatever it throws to the caller. */
    void sendTo(DefaultHandler handler) throws SAXException {
        PlainPlace place = new PlainPlace(notes.bytes(), start);
        handler.setDocumentLocator(place);
        handler.startDocument();
        new PlainEvents(notes, place, handler).send();
        place.end();
        handler.endDocument();
    }
}
