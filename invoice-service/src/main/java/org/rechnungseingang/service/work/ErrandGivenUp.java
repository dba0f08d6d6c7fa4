package org.rechnungseingang.service.work;

import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/** A stage beside the invoice's way has failed for good; the case goes on, and a dead letter waits for the administrator. */
public record ErrandGivenUp(CaseId caseId, Actor by, String stage, int attempts, String reason) implements Recorded {}
