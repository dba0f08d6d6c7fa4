package org.rechnungseingang.service.intake;

import org.rechnungseingang.service.journal.CaseId;

/**
 * What the sender hears: the document is kept, durably.
 *
 * @param caseId the case
 * @param receiptNumber its number
 * @param known whether the very same bytes had arrived before; then this is the first arrival's number
 */
public record Receipt(CaseId caseId, ReceiptNumber receiptNumber, boolean known) {}
