package org.rechnungseingang.service.peppol.as4;

import java.time.Instant;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;

/**
 * A message of ours to another access point.
 *
 * @param messageId its name; a new one for each attempt
 * @param timestamp when it is made
 * @param process {@code eb:Service}
 * @param documentType {@code eb:Action}
 * @param sender participant who sends
 * @param receiver participant who receives
 * @param document the Standard Business Document
 */
public record OutgoingMessage(
        String messageId,
        Instant timestamp,
        Identifier process,
        Identifier documentType,
        Identifier sender,
        Identifier receiver,
        byte[] document) {}
