package org.rechnungseingang.service.finance;

import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * The finance system has taken the payment order.
 *
 * @param round the round of the order
 * @param orderId the finance system's own id of it
 */
public record PaymentOrderAccepted(CaseId caseId, Actor by, int round, String orderId) implements Recorded {}
