package org.rechnungseingang.service.peppol.as4;

/**
 * An attachment of a message.
 *
 * @param mimeType as its sender names it
 * @param bytes its content
 */
public record Attached(String mimeType, Spool bytes) {}
