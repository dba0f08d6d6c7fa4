package org.rechnungseingang.service.validation;

import java.util.Set;
import org.rechnungseingang.schematron.Finding;

/**
 * What of our own findings a supplier may read: what he can mend, and nothing that tells how a forgery is noticed.
 * Accounts and pages that differ from the invoice inside them are a slip or a fraud, and the page behind the secret link
 * may be read by whoever forged them; a person asks the true supplier. A town's own rules are written for its people.
 * Whatever is not named here is not told.
 */
public final class SuppliersMatter {

    private static final Set<String> TOLD = Set.of(
            "OWN-PROCESS-UNKNOWN",
            "OWN-DATE",
            "OWN-CREDIT-NOTE-ROOT",
            "OWN-CORRECTION-REFERENCE",
            "OWN-SKONTO-LINE",
            "OWN-SKONTO-TEXT",
            "OWN-CURRENCY",
            "OWN-AMOUNT-MISSING",
            "OWN-AMOUNT",
            "OWN-EXTENSION-AMOUNT",
            "OWN-EXTENSION-AMOUNT-IGNORED",
            "OWN-ROUTING-MISSING",
            "OWN-ROUTING-CHECK-DIGITS",
            "OWN-ROUTING-EMAIL",
            "OWN-ROUTING-ORDER",
            "OWN-ROUTING-FORM");

    private SuppliersMatter() {}

    /** Whether a supplier may read this finding of ours or of a town's rules. */
    public static boolean is(Finding beside) {
        return TOLD.contains(beside.rule());
    }
}
