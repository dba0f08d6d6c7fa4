package org.rechnungseingang.service.peppol.as4;

/** A message that is not taken; its sender hears why in a signed error. */
public final class MessageRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final EbmsError error;
    private final String detail;

    /** With a reason in English that says what to mend. */
    public MessageRefused(EbmsError error, String reason) {
        this(error, reason, "");
    }

    /**
     * With a reason in English, and what belongs into {@code eb:ErrorDetail}.
     *
     * @param detail empty where the error has none
     */
    public MessageRefused(EbmsError error, String reason, String detail) {
        super(reason);
        this.error = error;
        this.detail = detail;
    }

    MessageRefused(EbmsError error, String reason, Throwable cause) {
        super(reason, cause);
        this.error = error;
        this.detail = "";
    }

    public EbmsError error() {
        return error;
    }

    /** Why, in English. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** The content of {@code eb:ErrorDetail}, mostly empty. */
    public String detail() {
        return detail;
    }

    /** Refuses unless it holds. */
    public static void unless(boolean holds, EbmsError error, String reason) {
        if (!holds) {
            throw new MessageRefused(error, reason);
        }
    }
}
