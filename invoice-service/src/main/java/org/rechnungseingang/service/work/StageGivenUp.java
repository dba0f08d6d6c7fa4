package org.rechnungseingang.service.work;

import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/** A stage of a case has failed for good; a dead letter waits for the administrator. */
public record StageGivenUp(CaseId caseId, Actor by, String stage, int round, int attempts, String reason)
        implements Recorded {}
