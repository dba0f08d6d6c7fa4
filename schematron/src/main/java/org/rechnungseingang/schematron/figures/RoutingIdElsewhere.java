package org.rechnungseingang.schematron.figures;

import java.util.Optional;
import java.util.stream.Stream;
import org.rechnungseingang.invoice.Identifier;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.LeitwegId;
import org.rechnungseingang.schematron.Explanation;

/** BR-DE-15: BT-10 is empty, but a routing id may stand in a place where it does not belong. */
final class RoutingIdElsewhere {

    private record Candidate(String term, Optional<String> text) {

        Optional<Explanation> explanation() {
            return text.map(value -> value.startsWith("0204:") ? value.substring("0204:".length()) : value)
                    .flatMap(value -> LeitwegId.of(value).id())
                    .map(id -> Sentence.of(
                            "BT-10 ist leer; die Leitweg-ID %s steht in %s. Bitte sie in BT-10 eintragen.",
                            "BT-10 is empty; the routing id %s stands in %s. Please put it into BT-10.",
                            Figure.text(id.toString()),
                            Figure.text(term)));
        }
    }

    private RoutingIdElsewhere() {}

    static Optional<Explanation> of(Invoice invoice) {
        if (!(invoice.leitwegId() instanceof LeitwegId.Missing)) {
            return Optional.empty();
        }
        return Stream.of(
                        new Candidate("BT-49", value(invoice.buyer().electronicAddress())),
                        new Candidate("BT-46", value(invoice.buyer().identifier())),
                        new Candidate("BT-19", invoice.buyerAccountingReference()),
                        new Candidate("BT-13", invoice.references().purchaseOrder()),
                        new Candidate("BT-12", invoice.references().contract()),
                        new Candidate("BT-11", invoice.references().project()))
                .flatMap(candidate -> candidate.explanation().stream())
                .findFirst();
    }

    private static Optional<String> value(Optional<Identifier> identifier) {
        return identifier.map(Identifier::value);
    }
}
