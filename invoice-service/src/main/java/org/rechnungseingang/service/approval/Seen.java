package org.rechnungseingang.service.approval;

import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.intake.InvoiceCase;

/**
 * What a person looked at before deciding; a decision about anything else does not count.
 *
 * @param round the case's round
 * @param document the invoice's XML, or the received file where there is none
 */
public record Seen(int round, Sha256 document) {

    /** The case as it is now. */
    public static Seen of(InvoiceCase invoiceCase) {
        return new Seen(invoiceCase.round(), invoiceCase.document().orElse(invoiceCase.original()));
    }
}
