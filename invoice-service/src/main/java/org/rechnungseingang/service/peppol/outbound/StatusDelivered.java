package org.rechnungseingang.service.peppol.outbound;

import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * The sender's provider has our status message.
 *
 * @param code what it says, {@code AP} or {@code RE}
 * @param answers the name of the envelope that it is about
 * @param receiver participant to whom it went
 * @param accessPoint who has signed the AS4 receipt
 */
public record StatusDelivered(CaseId caseId, Actor by, String code, String answers, String receiver, String accessPoint)
        implements Recorded {}
