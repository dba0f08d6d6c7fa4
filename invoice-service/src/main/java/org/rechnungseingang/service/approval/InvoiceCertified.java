package org.rechnungseingang.service.approval;

import java.util.Set;
import java.util.UUID;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * Somebody has certified an invoice (sachliche und rechnerische Feststellung, KomHVO NRW § 31).
 *
 * @param round the round it happened in
 * @param subjects what was certified
 * @param complete whether grounds and sums are both certified now
 * @param power the power that was used
 * @param document the invoice as it was seen
 */
public record InvoiceCertified(
        CaseId caseId, Actor by, int round, Set<Subject> subjects, boolean complete, UUID power, Sha256 document)
        implements Recorded {

    /** What can be certified. */
    public enum Subject {
        /** Sachlich: what is billed was ordered and delivered. */
        GROUNDS,
        /** Rechnerisch: the figures are right. */
        SUMS
    }
}
