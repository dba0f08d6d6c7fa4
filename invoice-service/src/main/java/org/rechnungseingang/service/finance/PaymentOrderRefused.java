package org.rechnungseingang.service.finance;

import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * The finance system has refused the payment order, at the hand-over or later; the case waits for a person.
 *
 * @param round the round of the order
 * @param reason what the finance system said
 */
public record PaymentOrderRefused(CaseId caseId, Actor by, int round, String reason) implements Recorded {}
