package org.rechnungseingang.service.routing;

import java.util.UUID;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Recorded;

/**
 * A case has an office that answers for it.
 *
 * @param round the round it happened in
 * @param office the office's id
 * @param officeName its name at that time
 * @param because what led there
 * @param value what stands there in the invoice, or empty text for a person's decision
 */
public record InvoiceAssigned(
        CaseId caseId, Actor by, int round, UUID office, String officeName, Because because, String value)
        implements Recorded {

    /** What leads an invoice to an office. */
    public enum Because {
        /** BT-10. */
        ROUTING_ID,
        /** BT-13. */
        ORDER_NUMBER,
        /** BT-11. */
        PROJECT,
        /** BT-29. */
        SELLER_ID,
        /** BT-56. */
        DEPARTMENT,
        /** BT-57 or BT-58. */
        CONTACT,
        /** Somebody at the triage desk. */
        PERSON
    }
}
