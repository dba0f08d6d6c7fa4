package org.rechnungseingang.service.approval;

import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * What put account or amount in doubt is cleared up: the case goes its way.
 *
 * @param round the round it happened in
 * @param note what cleared it up, and how the person knows
 */
public record PaymentHoldLifted(CaseId caseId, Actor by, int round, String note) implements Recorded {}
