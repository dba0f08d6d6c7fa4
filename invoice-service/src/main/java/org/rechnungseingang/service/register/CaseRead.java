package org.rechnungseingang.service.register;

import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/** An auditor has read a case, or what of it is named. */
public record CaseRead(CaseId caseId, Actor by, String what) implements Recorded {}
