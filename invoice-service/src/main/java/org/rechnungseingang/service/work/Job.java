package org.rechnungseingang.service.work;

import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.TenantId;

/**
 * What is to be done: the ids only, as text in the queue.
 *
 * @param stage the stage's name
 * @param tenant whose case it is
 * @param caseId the case
 * @param round counts from 1; sending a case back opens a new round
 * @param receiptNumber the case's receipt number, for the log
 */
public record Job(String stage, TenantId tenant, CaseId caseId, int round, String receiptNumber) {

    private static final int PARTS = 5;

    /** The job's key in the queue: a stage is queued at most once for a case and round. */
    String key() {
        return String.join("/", stage, tenant.toString(), caseId.toString(), Integer.toString(round), receiptNumber);
    }

    static Job ofKey(String key) {
        String[] parts = key.split("/", PARTS);
        return new Job(parts[0], TenantId.of(parts[1]), CaseId.of(parts[2]), Integer.parseInt(parts[3]), parts[4]);
    }
}
