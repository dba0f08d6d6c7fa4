package org.rechnungseingang.service.routing;

import org.rechnungseingang.service.people.Office;
import org.rechnungseingang.service.routing.InvoiceAssigned.Because;

/** Where an invoice belongs. */
sealed interface Destination {

    /** To this office, because of that value. */
    record Found(Office office, Because because, String value) implements Destination {}

    /** Nobody can tell without a person. */
    record Unknown(TriageCause cause, String detail) implements Destination {}
}
