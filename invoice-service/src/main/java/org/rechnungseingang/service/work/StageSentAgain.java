package org.rechnungseingang.service.work;

import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/** Somebody has sent a dead letter again. */
public record StageSentAgain(CaseId caseId, Actor by, String stage, int round) implements Recorded {}
