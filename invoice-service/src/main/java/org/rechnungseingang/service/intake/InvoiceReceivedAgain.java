package org.rechnungseingang.service.intake;

import java.time.Instant;
import java.util.Optional;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/** The very same bytes have arrived once more; they belong to the case that is there already. */
public record InvoiceReceivedAgain(
        CaseId caseId,
        Actor by,
        ReceiptNumber receiptNumber,
        Channel channel,
        Instant receivedAt,
        Optional<String> fileName)
        implements Recorded {}
