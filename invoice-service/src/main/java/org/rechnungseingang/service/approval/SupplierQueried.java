package org.rechnungseingang.service.approval;

import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * The supplier is asked something before anybody decides.
 *
 * @param round the round it happened in
 * @param question what is asked
 */
public record SupplierQueried(CaseId caseId, Actor by, int round, String question) implements Recorded {}
