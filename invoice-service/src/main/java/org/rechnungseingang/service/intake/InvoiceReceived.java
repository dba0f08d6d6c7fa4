package org.rechnungseingang.service.intake;

import java.time.Instant;
import java.util.Optional;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/** A document has arrived for the first time and a case was opened for it. */
public record InvoiceReceived(
        CaseId caseId,
        Actor by,
        ReceiptNumber receiptNumber,
        Channel channel,
        Instant receivedAt,
        Optional<String> fileName,
        Sha256 original,
        int round)
        implements Recorded {

    @Override
    public boolean begins() {
        return true;
    }
}
