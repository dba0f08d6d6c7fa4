package org.rechnungseingang.service.routing;

import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * The case is a duplicate: the same seller has sent an invoice of that number in that year before.
 *
 * @param round the round it happened in
 * @param first the case that goes on
 * @param firstReceiptNumber its number
 */
public record InvoiceMerged(CaseId caseId, Actor by, int round, CaseId first, ReceiptNumber firstReceiptNumber)
        implements Recorded {}
