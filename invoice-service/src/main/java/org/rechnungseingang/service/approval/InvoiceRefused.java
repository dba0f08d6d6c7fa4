package org.rechnungseingang.service.approval;

import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * The invoice is refused for good; its key is free for a right one.
 *
 * @param round the round it happened in
 * @param reason why, in words for the supplier
 */
public record InvoiceRefused(CaseId caseId, Actor by, int round, String reason) implements Recorded {}
