package org.rechnungseingang.service.peppol.as4;

import java.util.List;
import org.w3c.dom.Element;

/**
 * A message as it goes over HTTP.
 *
 * @param messageId its name
 * @param receiver the access point that alone can open it, as its certificate names it
 * @param contentType of HTTP, with the boundary
 * @param body all parts
 * @param envelope the SOAP part alone
 * @param payload the attachment as it was signed, in clear
 * @param references {@code ds:Reference} of its signature: what a receipt has to repeat
 */
public record SealedMessage(
        String messageId,
        String receiver,
        String contentType,
        byte[] body,
        byte[] envelope,
        byte[] payload,
        List<Element> references) {

    /** Keeps its own copy of the list. */
    public SealedMessage {
        references = List.copyOf(references);
    }
}
