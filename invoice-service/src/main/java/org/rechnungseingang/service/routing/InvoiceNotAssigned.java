package org.rechnungseingang.service.routing;

import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * No office could be found; the case waits at the triage desk.
 *
 * @param round the round it happened in
 * @param cause why
 * @param detail what was found where the routing id belongs, or empty text
 */
public record InvoiceNotAssigned(CaseId caseId, Actor by, int round, TriageCause cause, String detail)
        implements Recorded {}
