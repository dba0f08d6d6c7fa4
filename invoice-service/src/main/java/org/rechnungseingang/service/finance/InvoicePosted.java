package org.rechnungseingang.service.finance;

import java.time.Instant;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * The finance system has posted the invoice.
 *
 * @param round the round of the order
 * @param at when, as the finance system says
 * @param reference what the finance system calls it, or empty text
 */
public record InvoicePosted(CaseId caseId, Actor by, int round, Instant at, String reference) implements Recorded {}
