package org.rechnungseingang.service.peppol.as4;

/**
 * Why a certificate is not believed.
 *
 * @param reason in English
 * @param undecided whether it is only not known whether it was revoked, so that asking again may help
 */
public record Objection(String reason, boolean undecided) {

    static Objection forGood(String reason) {
        return new Objection(reason, false);
    }

    static Objection forNow(String reason) {
        return new Objection("Whether the certificate was revoked cannot be found out now: " + reason, true);
    }

    /** What the sender of a message hears; where nothing is known against him, that he should come again. */
    MessageRefused refusal() {
        return new MessageRefused(undecided ? EbmsError.DELIVERY_FAILURE : EbmsError.FAILED_AUTHENTICATION, reason);
    }
}
