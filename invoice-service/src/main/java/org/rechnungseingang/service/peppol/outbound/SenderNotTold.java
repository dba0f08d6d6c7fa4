package org.rechnungseingang.service.peppol.outbound;

import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * A status message was due, and there is nobody in the network it could be sent to.
 *
 * @param code what it would have said, {@code AP} or {@code RE}
 * @param answers the name of the envelope that it would have been about
 * @param accessPoint who has sent that, by a name that is none of Peppol's
 */
public record SenderNotTold(CaseId caseId, Actor by, String code, String answers, String accessPoint)
        implements Recorded {}
