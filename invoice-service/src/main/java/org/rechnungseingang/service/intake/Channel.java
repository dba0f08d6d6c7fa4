package org.rechnungseingang.service.intake;

/** How a delivery reached the town. */
public enum Channel {
    UPLOAD,
    REST,
    MAIL,
    PEPPOL
}
