package org.rechnungseingang.service.routing;

import java.time.Instant;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.journal.CaseId;

/**
 * A case that waits at the triage desk.
 *
 * @param caseId its id
 * @param receiptNumber its number
 * @param mark {@code ON_HOLD}, or {@code QUERY} while the supplier is asked
 * @param cause why it waits
 * @param detail what stands where the routing id belongs, or empty text
 * @param since when it came to the desk
 */
public record WaitingCase(
        CaseId caseId, ReceiptNumber receiptNumber, Mark mark, TriageCause cause, String detail, Instant since) {}
