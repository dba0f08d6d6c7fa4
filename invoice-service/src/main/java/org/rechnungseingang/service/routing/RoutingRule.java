package org.rechnungseingang.service.routing;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.invoice.Invoice;

/**
 * Leads to an office what begins with a text in one of the invoice's fields.
 *
 * @param field where
 * @param begins the text, in small letters and without blanks
 * @param office the office's id
 */
record RoutingRule(RoutingField field, String begins, UUID office) {

    RoutingRule {
        begins = plain(begins);
        if (begins.isEmpty()) {
            throw new IllegalArgumentException("A rule for " + field + " begins with nothing and would fit everything");
        }
    }

    /** The value that fits, as written; empty if none does. */
    Optional<String> fits(Invoice invoice) {
        return field.values(invoice)
                .filter(value -> plain(value).startsWith(begins))
                .findFirst();
    }

    /** Without blanks and in small letters: nobody writes an order's number twice in the same way. */
    static String plain(String text) {
        return text.replaceAll("[\\s\\p{Z}]", "").toLowerCase(Locale.ROOT);
    }
}
