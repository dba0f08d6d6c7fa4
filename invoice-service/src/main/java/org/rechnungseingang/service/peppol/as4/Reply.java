package org.rechnungseingang.service.peppol.as4;

import java.util.Set;

/** What the receiver of a message of ours has answered, signed by him. */
public sealed interface Reply {

    /**
     * He has received it, all of it and unchanged.
     *
     * @param receipt the signed AS4 receipt, the proof of it
     */
    record Received(byte[] receipt) implements Reply {}

    /**
     * He does not take it.
     *
     * @param code of ebMS, {@code EBMS:0004}
     * @param text all that he says about it
     * @param error the signed error, the proof of it
     */
    record Refused(String code, String text, byte[] error) implements Reply {

        private static final String NO_CONNECTION = "EBMS:0005";
        private static final Set<String> PASSING = Set.of(
                NO_CONNECTION,
                EbmsError.DELIVERY_FAILURE.code(),
                // He may be without revocation lists, or have a new key since we looked him up.
                EbmsError.FAILED_AUTHENTICATION.code(),
                EbmsError.FAILED_DECRYPTION.code());

        /** Whether the reason may be gone later; "other" is what many say when something of theirs has broken. */
        public boolean comeAgain() {
            return PASSING.contains(code) || code.equals(EbmsError.OTHER.code()) && !text.contains(Names.NOT_SERVICED);
        }
    }
}
