package org.rechnungseingang.service.approval;

import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * The question is settled and the case goes on.
 *
 * @param round the round it happened in
 * @param mark what stands beside the station now: a case at the triage desk still waits there, and a payment that is held stays held
 * @param answer what came of it
 */
public record QueryAnswered(CaseId caseId, Actor by, int round, Mark mark, String answer) implements Recorded {}
