package org.rechnungseingang.service.people;

/** What can be allowed. Every endpoint asks for exactly one of these, or for none but a login. */
public enum Act {
    /** Look at invoice cases, their originals and histories, as far as they are visible to one. */
    SEE_CASES,
    /** Read the whole history of a case, with the names of all who had a part in it, and what came with whose mail. */
    SEE_HISTORY,
    /** Hand in invoices by upload. */
    HAND_IN,
    /** Assign what no office could be found for, or refuse it. Asks for an office at the triage desk: {@link Access#triages}. */
    TRIAGE,
    /** Certify grounds and sums; asks for a power of that kind as well. */
    CERTIFY,
    /** Order a payment; asks for a power of that kind as well. */
    ORDER,
    /** See the dead letters and send them again. */
    MEND,
    /** Read health, metrics and the other technical endpoints. */
    OPERATE,
    /** Use the REST interface. */
    CALL_API
}
