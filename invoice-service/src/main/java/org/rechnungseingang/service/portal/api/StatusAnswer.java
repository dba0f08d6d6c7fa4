package org.rechnungseingang.service.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.rechnungseingang.service.portal.Wording;
import org.rechnungseingang.service.register.RegisterEntry;

/**
 * What became of an invoice.
 *
 * @param receiptNumber its number
 * @param receivedAt when it reached the town
 * @param fileName the name that the sender gave it
 * @param station where it is
 * @param mark what stands beside the station
 * @param hold why it is on hold, where that is not told by the verdict
 * @param verdict what the check came to, once it has ended
 * @param invoice what was read from it, where it could be read
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record StatusAnswer(
        String receiptNumber,
        Instant receivedAt,
        Optional<String> fileName,
        Labelled station,
        Labelled mark,
        Optional<Hold> hold,
        Optional<VerdictAnswer> verdict,
        Optional<InvoiceAnswer> invoice) {

    static StatusAnswer of(RegisterEntry entry, Optional<VerdictAnswer> verdict, Wording wording, Locale locale) {
        return new StatusAnswer(
                entry.receiptNumber().text(),
                entry.receivedAt(),
                entry.fileName(),
                Labelled.of(entry.station(), wording, locale),
                Labelled.of(entry.mark(), wording, locale),
                Hold.of(entry, locale),
                verdict,
                InvoiceAnswer.of(entry));
    }
}
