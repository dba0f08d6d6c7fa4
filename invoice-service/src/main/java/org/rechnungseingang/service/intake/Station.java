package org.rechnungseingang.service.intake;

/** Where an invoice is: the same six words on every screen and in every answer, in this order. */
public enum Station {
    /** Empfangen. */
    RECEIVED,
    /** Geprüft. */
    CHECKED,
    /** Zugeordnet. */
    ASSIGNED,
    /** Angeordnet. */
    ORDERED,
    /** Gebucht. */
    POSTED,
    /** Bezahlt. */
    PAID
}
