package org.rechnungseingang.invoice;

import java.util.Optional;

/**
 * A document that gives grounds for the invoice (BG-24).
 *
 * @param reference BT-122
 * @param description BT-123
 * @param externalLocation BT-124; shown as text, never fetched
 * @param attachment BT-125
 */
public record SupportingDocument(
        Optional<String> reference,
        Optional<String> description,
        Optional<String> externalLocation,
        Optional<Attachment> attachment) {}
