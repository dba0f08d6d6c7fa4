package org.rechnungseingang.service.peppol;

import java.time.Instant;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.peppol.as4.BusinessDocument;
import org.rechnungseingang.service.peppol.as4.OpenedMessage;
import org.rechnungseingang.service.peppol.as4.UserMessage;

/**
 * A message that is to be taken.
 *
 * @param message the message, opened and believed
 * @param document the envelope in it
 * @param content hash of that envelope, uncompressed
 * @param receivedAt when it began to arrive
 * @param receipt the signed AS4 receipt that answers it
 */
record Arrival(OpenedMessage message, BusinessDocument document, Sha256 content, Instant receivedAt, byte[] receipt) {

    UserMessage header() {
        return message.header();
    }
}
