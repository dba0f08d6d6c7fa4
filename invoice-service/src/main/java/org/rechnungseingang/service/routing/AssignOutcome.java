package org.rechnungseingang.service.routing;

import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.people.Office;

/** What came of a person's assignment. */
public sealed interface AssignOutcome {

    /** The office has the case now. */
    record Done(Office office) implements AssignOutcome {}

    /** The case was a duplicate and has ended in the first one. */
    record Merged(ReceiptNumber first) implements AssignOutcome {}

    /** Nothing was done. */
    record Refused(AssignRefusal reason) implements AssignOutcome {}
}
