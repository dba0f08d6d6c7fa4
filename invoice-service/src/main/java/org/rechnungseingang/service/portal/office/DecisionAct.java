package org.rechnungseingang.service.portal.office;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person can decide about an invoice; each is asked for on a page of its own. */
enum DecisionAct {
    /** Sachlich und rechnerisch feststellen. */
    CERTIFY,
    /** Anordnen. */
    ORDER,
    /** Die Zahlungssperre aufheben. */
    LIFT_HOLD,
    /** Einer Stelle zuordnen. */
    ASSIGN,
    /** Beim Lieferanten nachfragen. */
    ASK,
    /** Die Rückfrage abschließen. */
    SETTLE,
    /** Die Feststellung zurücknehmen. */
    SEND_BACK,
    /** Noch einmal von vorn, nachdem die Zahlung nicht zustande kam. */
    REOPEN,
    /** Ablehnen. */
    REFUSE;

    /** Its name in addresses and message keys. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The act with this name. */
    static Optional<DecisionAct> of(String id) {
        return Stream.of(values()).filter(act -> act.id().equals(id)).findFirst();
    }

    /** Whether it needs words. */
    boolean speaks() {
        return this == LIFT_HOLD
                || this == ASK
                || this == SETTLE
                || this == SEND_BACK
                || this == REOPEN
                || this == REFUSE;
    }

    /** Whether money may leave because of it. */
    boolean leadsToPayment() {
        return this == CERTIFY || this == ORDER || this == LIFT_HOLD;
    }
}
