package org.rechnungseingang.service.people;

import static org.rechnungseingang.service.people.Act.CALL_API;
import static org.rechnungseingang.service.people.Act.CERTIFY;
import static org.rechnungseingang.service.people.Act.HAND_IN;
import static org.rechnungseingang.service.people.Act.MEND;
import static org.rechnungseingang.service.people.Act.OPERATE;
import static org.rechnungseingang.service.people.Act.ORDER;
import static org.rechnungseingang.service.people.Act.SEE_CASES;
import static org.rechnungseingang.service.people.Act.SEE_HISTORY;
import static org.rechnungseingang.service.people.Act.TRIAGE;

import java.util.Set;

/** What somebody is in his town, and hence may do. Who sees which case is told by {@link Access#visibleTo}. */
public enum Role {
    /** Certifies grounds and sums of his office's invoices. */
    CLERK(SEE_CASES, SEE_HISTORY, HAND_IN, TRIAGE, CERTIFY),
    /** Orders the payment of his office's invoices (Anordnungsbefugte). */
    BUDGET_HOLDER(SEE_CASES, SEE_HISTORY, TRIAGE, CERTIFY, ORDER),
    /** Posts and releases payments of the whole town. */
    TREASURER(SEE_CASES, SEE_HISTORY, HAND_IN),
    /** Reads everything and changes nothing; each reading of a case is journalled. */
    AUDITOR(SEE_CASES, SEE_HISTORY),
    /** Hands in invoices and follows his own. */
    SUPPLIER(SEE_CASES, HAND_IN),
    /** Keeps the service running; sees no invoices. */
    ADMINISTRATOR(MEND, OPERATE),
    /** A program with the town's token. */
    PROGRAM(CALL_API, SEE_CASES, HAND_IN);

    private final Set<Act> acts;

    Role(Act... acts) {
        this.acts = Set.of(acts);
    }

    boolean may(Act act) {
        return acts.contains(act);
    }
}
