package org.rechnungseingang.service.peppol.smp;

import org.rechnungseingang.service.peppol.as4.OneLine;

/** It was not found out where to send; the reason says in English what was looked for and what was there instead. */
public class LookupFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean isFinal;

    /**
     * With a reason in English.
     *
     * @param isFinal see {@link #isFinal()}
     */
    public LookupFailed(String reason, boolean isFinal) {
        super(OneLine.of(reason));
        this.isFinal = isFinal;
    }

    private LookupFailed(String reason, boolean isFinal, Throwable cause) {
        super(OneLine.of(reason), cause);
        this.isFinal = isFinal;
    }

    static LookupFailed forGood(String reason) {
        return new LookupFailed(reason, true);
    }

    static LookupFailed forGood(String reason, Throwable cause) {
        return new LookupFailed(reason, true, cause);
    }

    static LookupFailed forNow(String reason) {
        return new LookupFailed(reason, false);
    }

    static LookupFailed forNow(String reason, Throwable cause) {
        return new LookupFailed(reason, false, cause);
    }

    /** Fails for good unless it holds. */
    static void unless(boolean holds, String reason) {
        if (!holds) {
            throw forGood(reason);
        }
    }

    /**
     * Whether asking again in an hour would not help by itself: not registered, not this document type, an answer or a
     * certificate that is not believed. Silence and the trouble of others are not final.
     */
    public boolean isFinal() {
        return isFinal;
    }

    /** Why, in English. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
