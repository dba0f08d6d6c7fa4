package org.rechnungseingang.service.finance;

import org.rechnungseingang.service.finance.SetAsideFeedback.Cause;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * Somebody has seen to feedback about this case that had been set aside.
 *
 * @param round the round of the order
 * @param told what the order was said to be: POSTED, PAID …
 * @param cause why it had been set aside
 */
public record FeedbackSettled(CaseId caseId, Actor by, int round, String told, Cause cause) implements Recorded {}
