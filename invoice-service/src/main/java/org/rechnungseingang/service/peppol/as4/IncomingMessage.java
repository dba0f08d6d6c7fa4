package org.rechnungseingang.service.peppol.as4;

import java.util.Map;

/**
 * A message as HTTP brought it.
 *
 * @param envelope the SOAP part, unchanged
 * @param attachments the other parts, by their content ids; encrypted
 * @param whole whether it came to its end
 */
public record IncomingMessage(byte[] envelope, Map<String, Attached> attachments, boolean whole) {

    /** Keeps its own copy of the map. */
    public IncomingMessage {
        attachments = Map.copyOf(attachments);
    }
}
