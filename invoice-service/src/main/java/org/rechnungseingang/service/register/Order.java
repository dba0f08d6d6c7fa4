package org.rechnungseingang.service.register;

import java.util.List;
import java.util.function.Function;

/** In which order cases are listed; as indexes have them. */
public enum Order {
    /** The newest first. */
    NEWEST(
            "r.received_at desc, r.receipt_number desc",
            last -> new Query.ByArrival(last.receivedAt(), last.receiptNumber().text())),
    /** First where most is lost if it is left until tomorrow, then where it is soonest. */
    BY_STAKE(
            "r.stake_cents desc, r.act_by, r.receipt_number",
            last -> new Query.ByStake(
                    last.stake().cents(),
                    last.stake().actBy(),
                    last.receiptNumber().text()));

    private final String sql;
    private final Function<RegisterEntry, Query.Position> position;

    Order(String sql, Function<RegisterEntry, Query.Position> position) {
        this.sql = sql;
        this.position = position;
    }

    String sql() {
        return sql;
    }

    /** Where this page ends. */
    Query.Position end(List<RegisterEntry> page) {
        return position.apply(page.get(page.size() - 1));
    }
}
