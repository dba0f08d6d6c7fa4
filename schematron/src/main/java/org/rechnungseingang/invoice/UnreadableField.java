package org.rechnungseingang.invoice;

/**
 * A field whose text is not a value of its kind, such as a 30 February; the rest of the invoice was read all the same.
 *
 * @param term which field
 * @param text what stands there, with its currency if it has one
 * @param line the line of the document, from 1
 */
public record UnreadableField(BusinessTerm term, String text, int line) {}
