package org.rechnungseingang.service.mail;

/** The server did not do what it was asked to. */
final class MailboxFailed extends RuntimeException {

    private final boolean refused;

    private MailboxFailed(String message, Throwable cause, boolean refused) {
        super(message, cause);
        this.refused = refused;
    }

    /** There is no line to it any more. */
    static MailboxFailed unreachable(Throwable cause) {
        return new MailboxFailed("No line to the mail server: " + cause.getMessage(), cause, false);
    }

    /** It has said no; the line stands. */
    static MailboxFailed refused(Throwable cause) {
        return new MailboxFailed("The mail server has refused: " + cause.getMessage(), cause, true);
    }

    boolean isRefused() {
        return refused;
    }
}
