package org.rechnungseingang.service.approval;

import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * The case goes back to its office: a new round begins, and nothing that was certified before counts in it.
 *
 * @param round the round that begins
 * @param reason why
 */
public record InvoiceSentBack(CaseId caseId, Actor by, int round, String reason) implements Recorded {}
