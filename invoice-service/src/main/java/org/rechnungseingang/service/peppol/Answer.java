package org.rechnungseingang.service.peppol;

/**
 * What the sender of a message gets.
 *
 * @param status of HTTP
 * @param signal a signed AS4 receipt or error
 */
record Answer(int status, byte[] signal) {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    static Answer of(byte[] signal) {
        return new Answer(OK, signal);
    }

    /** Come again: the reason is on our side. */
    static Answer later(byte[] signal) {
        return new Answer(UNAVAILABLE, signal);
    }

    boolean comeAgain() {
        return status == UNAVAILABLE;
    }
}
