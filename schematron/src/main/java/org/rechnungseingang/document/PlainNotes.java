package org.rechnungseingang.document;

/** What the scanner notes of a document, of which its events are made. */
record PlainNotes(byte[] bytes, PlainTokens tokens, PlainNames names, PlainScopes scopes) {

    /** Of padded bytes, of which the document has so many. */
    static PlainNotes of(byte[] bytes, int length, Bounds bounds) {
        return new PlainNotes(bytes, new PlainTokens(length), new PlainNames(bytes, bounds.name()), new PlainScopes());
    }
}
