package org.rechnungseingang.service.approval;

import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * The budget holder has ordered the payment (Anordnung).
 *
 * @param round the round it happened in
 * @param receiptNumber the case's number
 * @param payableCents BT-115
 * @param transferCents what is to be transferred, in cents; empty where no transfer may be made
 * @param currency BT-5
 * @param iban where to; empty where no transfer may be made
 * @param noTransfer why no transfer may be made, where that is so
 * @param power the power that was used
 * @param document the invoice as it was seen
 */
public record InvoiceOrdered(
        CaseId caseId,
        Actor by,
        int round,
        String receiptNumber,
        long payableCents,
        Optional<Long> transferCents,
        String currency,
        Optional<String> iban,
        Optional<NoTransfer> noTransfer,
        UUID power,
        Sha256 document)
        implements Recorded {}
