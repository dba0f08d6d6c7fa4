package org.rechnungseingang.schematron.own;

import static org.rechnungseingang.invoice.BusinessTerm.BT_10;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.LeitwegId;
import org.rechnungseingang.invoice.References;
import org.rechnungseingang.schematron.own.OwnCheck.Sighting;

/** Why BT-10 leads to no office; each cause is mended differently. */
final class RoutingChecks {

    /** Longer text is nothing that people know by heart. */
    private static final int LONGEST = 200;

    private static final Pattern E_MAIL = Pattern.compile("(?i)(mailto:)?[^\\s@<>]{1,64}@[^\\s@<>]{1,130}");
    // Words for an order in front of a number, and the ten digits that SAP gives orders.
    private static final Pattern ORDER =
            Pattern.compile("(?i)(bestell|auftrag|order).*|(po|best|auftr)[-_./: ]{0,3}[0-9].*|45[0-9]{8}");

    private RoutingChecks() {}

    /** The causes apart; a text has one of them at most. */
    private enum Cause {
        EMAIL,
        ORDER,
        FORM
    }

    static List<OwnCheck> all() {
        return List.of(
                OwnCheck.warning(
                        "OWN-ROUTING-MISSING",
                        Set.of("BR-DE-15", "PEPPOL-EN16931-R003"),
                        subject -> subject.routing() instanceof LeitwegId.Missing
                                ? Stream.of(Sighting.missing(BT_10))
                                : Stream.of()),
                OwnCheck.warning("OWN-ROUTING-CHECK-DIGITS", Set.of(), RoutingChecks::checkDigits),
                OwnCheck.warning("OWN-ROUTING-EMAIL", Set.of(), subject -> wrong(subject, Cause.EMAIL)),
                OwnCheck.warning("OWN-ROUTING-ORDER", Set.of(), subject -> wrong(subject, Cause.ORDER)),
                OwnCheck.warning("OWN-ROUTING-FORM", Set.of(), subject -> wrong(subject, Cause.FORM)));
    }

    private static Stream<Sighting> checkDigits(Subject subject) {
        return subject.routing() instanceof LeitwegId.WrongCheckDigits wrong
                ? Stream.of(Sighting.of(wrong.text(), BT_10).with("…-" + wrong.expected()))
                : Stream.of();
    }

    private static Stream<Sighting> wrong(Subject subject, Cause cause) {
        return subject.routing() instanceof LeitwegId.WrongForm wrong
                        && cause(wrong.text(), subject.invoice().references()) == cause
                ? Stream.of(Sighting.of(wrong.text(), BT_10))
                : Stream.of();
    }

    private static Cause cause(String text, References references) {
        String head = text.substring(0, Math.min(LONGEST, text.length()));
        if (E_MAIL.matcher(head).matches()) {
            return Cause.EMAIL;
        }
        boolean known = Stream.of(references.purchaseOrder(), references.salesOrder(), references.contract())
                .flatMap(Optional::stream)
                .anyMatch(text::equalsIgnoreCase);
        return known || ORDER.matcher(head).matches() ? Cause.ORDER : Cause.FORM;
    }
}
