package org.rechnungseingang.service.peppol.as4;

import java.util.Map;

/**
 * A message as HTTP brought it.
 *
 * @param envelope the SOAP part, unchanged
 * @param attachments the other parts, by their content ids; encrypted
 */
public record IncomingMessage(byte[] envelope, Map<String, Attached> attachments) {

    /** Keeps its own copy of the map. */
    public IncomingMessage {
        attachments = Map.copyOf(attachments);
    }
}
