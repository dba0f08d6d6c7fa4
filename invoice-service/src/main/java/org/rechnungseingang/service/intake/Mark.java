package org.rechnungseingang.service.intake;

/** What stands beside the station. */
public enum Mark {
    /** Offen: it goes its way. */
    OPEN,
    /** Angehalten: a person must decide. */
    ON_HOLD,
    /** Rückfrage: the supplier was asked. */
    QUERY,
    /** Abgelehnt. */
    REFUSED,
    /** Zusammengeführt: a duplicate; the first case goes on. */
    MERGED
}
