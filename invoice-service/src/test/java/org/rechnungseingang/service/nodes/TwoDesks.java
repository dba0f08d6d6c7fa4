package org.rechnungseingang.service.nodes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A clerk who certifies whatever lies in the inbox, and a budget holder who orders it. */
final class TwoDesks {

    private static final Map<String, String> ALL = Map.of("subject", "GROUNDS,SUMS");

    private final Desk clerk;
    private final Desk budgetHolder;

    TwoDesks(List<Node> nodes) {
        this.clerk = new Desk("clerk", nodes);
        this.budgetHolder = new Desk("budget-holder", nodes);
    }

    /** Decides, again and again. */
    void workUntil(BooleanSupplier end) {
        while (!end.getAsBoolean()) {
            clerk.inbox().stream()
                    .takeWhile(receipt -> !end.getAsBoolean())
                    .filter(receipt -> clerk.decide(receipt, "certify", ALL))
                    .forEach(receipt -> budgetHolder.decide(receipt, "order", Map.of()));
        }
    }

    /** How long the longest answer took. */
    Duration longest() {
        return clerk.longest().compareTo(budgetHolder.longest()) > 0 ? clerk.longest() : budgetHolder.longest();
    }

    /** How often the answer was that the database is away. */
    int unavailable() {
        return clerk.unavailable() + budgetHolder.unavailable();
    }
}
