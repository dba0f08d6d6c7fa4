package org.rechnungseingang.service.peppol;

import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * An envelope has come under a name that another one had come under before: its sender makes names twice, or somebody
 * imitates one.
 *
 * @param instanceId the name
 */
public record EnvelopeIdReused(CaseId caseId, Actor by, String instanceId) implements Recorded {}
