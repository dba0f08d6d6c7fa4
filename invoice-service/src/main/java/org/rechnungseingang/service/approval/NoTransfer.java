package org.rechnungseingang.service.approval;

import java.util.Map;
import java.util.Optional;

/** Why an ordered invoice leads to no transfer: it is posted only. */
public enum NoTransfer {
    /** BT-81 is 49 or 59: the supplier collects. */
    DIRECT_DEBIT,
    /** BT-81 is 48, 54 or 55. */
    CARD,
    /** BT-81 is 10. */
    CASH,
    /** BT-81 is none of the configured kinds of credit transfer. */
    OTHER_MEANS,
    /** BT-115 is zero or less, or the document is a credit note. */
    NOTHING_TO_PAY,
    /** BT-5 is not the euro. */
    NOT_IN_EURO,
    /** The account is none inside SEPA, or there is none. */
    NO_SEPA_ACCOUNT;

    // UNTDID 4461
    private static final Map<String, NoTransfer> BY_MEANS =
            Map.of("49", DIRECT_DEBIT, "59", DIRECT_DEBIT, "48", CARD, "54", CARD, "55", CARD, "10", CASH);

    /** Why payment means of this code (BT-81) forbid a transfer, if they do: the supplier would have the money twice. */
    static Optional<NoTransfer> ofMeans(String code) {
        return Optional.ofNullable(BY_MEANS.get(code));
    }
}
