package org.rechnungseingang.service.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Optional;
import org.rechnungseingang.service.validation.Examined;

/**
 * What a check without keeping came to.
 *
 * @param verdict the verdict
 * @param invoice what was read from it, where it could be read
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CheckAnswer(VerdictAnswer verdict, Optional<InvoiceAnswer> invoice) {

    static CheckAnswer of(Examined examined, Locale locale) {
        return new CheckAnswer(
                VerdictAnswer.of(examined, locale), examined.header().map(InvoiceAnswer::of));
    }
}
