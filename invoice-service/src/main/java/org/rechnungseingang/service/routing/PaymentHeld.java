package org.rechnungseingang.service.routing;

import java.util.List;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * The case is with its office, but nobody may certify or order it before a person has cleared up what is in doubt.
 *
 * @param round the round it belongs to
 * @param rules the ids of the findings that put account or amount in doubt
 */
public record PaymentHeld(CaseId caseId, Actor by, int round, List<String> rules) implements Recorded {}
