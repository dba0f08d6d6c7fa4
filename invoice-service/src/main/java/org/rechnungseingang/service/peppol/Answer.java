package org.rechnungseingang.service.peppol;

import org.rechnungseingang.service.peppol.as4.EbmsError;

/**
 * What the sender of a message gets.
 *
 * @param status of HTTP
 * @param signal a signed AS4 receipt or error
 */
record Answer(int status, byte[] signal) {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    /** A receipt. */
    static Answer of(byte[] receipt) {
        return new Answer(OK, receipt);
    }

    /** An error; that of a failed delivery says to come again, since the reason is on our side. */
    static Answer of(EbmsError error, byte[] signal) {
        return new Answer(error == EbmsError.DELIVERY_FAILURE ? UNAVAILABLE : OK, signal);
    }

    boolean comeAgain() {
        return status == UNAVAILABLE;
    }
}
