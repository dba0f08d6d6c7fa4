package org.rechnungseingang.service.mail;

/** A mail breaks a bound: it would be refused each time, so it is set aside at once. The reason is for people. */
final class MailRefused extends RuntimeException {

    private final String reason;

    MailRefused(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
