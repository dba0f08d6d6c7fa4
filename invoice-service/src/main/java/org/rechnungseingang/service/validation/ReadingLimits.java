package org.rechnungseingang.service.validation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of a document is looked at.
 *
 * @param attachments the most files inside an invoice, or inside a PDF beside the invoice
 */
@ConfigurationProperties("rechnungseingang.limits")
record ReadingLimits(@DefaultValue("200") int attachments) {

    /** Refuses what cannot be held to. */
    ReadingLimits {
        if (attachments < 0) {
            throw new IllegalArgumentException("rechnungseingang.limits.attachments is not negative");
        }
    }
}
