package org.rechnungseingang.service.portal.api;

import java.util.Locale;
import java.util.Optional;
import org.rechnungseingang.service.register.RegisterEntry;

/**
 * Why a case is on hold where no verdict tells.
 *
 * @param code stable
 * @param label in the language of the answer
 */
record Hold(String code, String label) {

    private static final Text NOT_CHECKED = new Text(
            "Die Prüfung ist bei uns nicht gelungen; das sagt nichts über die Rechnung. Die zuständige Person weiß es und holt sie nach. Bitte nicht erneut senden.",
            "The check did not succeed on our side; that says nothing about the invoice. The person in charge knows and will see to it. Please do not send it again.");

    /** The hold of this case; empty if there is none that needs words. */
    static Optional<Hold> of(RegisterEntry entry, Locale locale) {
        return entry.uncheckable()
                ? Optional.of(new Hold(ProblemCode.CHECK_FAILED.wireName(), NOT_CHECKED.in(locale)))
                : Optional.empty();
    }
}
