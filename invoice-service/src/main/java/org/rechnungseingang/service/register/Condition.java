package org.rechnungseingang.service.register;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rechnungseingang.service.people.Visibility;
import org.rechnungseingang.service.tenant.TenantId;

/** A WHERE clause over register_entry with its parameters. Only operators that keep their index under row security. */
final class Condition {

    /** On hold, or with its office; as the index {@code register_to_decide} has it. */
    static final String TO_DECIDE = "r.mark = 'ON_HOLD' or r.mark = 'OPEN' and r.station = 'ASSIGNED'";

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> parameters = new TreeMap<>();

    private Condition() {}

    /** What somebody sees in his town. */
    static Condition visible(TenantId tenant, Visibility visibility) {
        Condition condition = new Condition().and("r.tenant = :tenant", "tenant", tenant.value());
        if (visibility instanceof Visibility.OfOffice office) {
            return condition.ofOffice(office);
        }
        if (visibility instanceof Visibility.HandedInBy supplier) {
            return condition.and(
                    "r.case_id in (select s.case_id from register_submitter s"
                            + " where s.tenant = :tenant and s.account = :account)",
                    "account",
                    supplier.account());
        }
        return visibility instanceof Visibility.None ? condition.and("false") : condition;
    }

    Condition matching(Query query) {
        view(query.view());
        query.text().filter(text -> !text.isBlank()).map(SearchText::of).ifPresent(this::text);
        query.centsFrom().ifPresent(cents -> and("r.payable_cents >= :centsFrom", "centsFrom", cents));
        query.centsTo().ifPresent(cents -> and("r.payable_cents <= :centsTo", "centsTo", cents));
        query.issuedFrom().ifPresent(day -> and("r.issue_date >= :issuedFrom", "issuedFrom", day));
        query.issuedTo().ifPresent(day -> and("r.issue_date <= :issuedTo", "issuedTo", day));
        query.after().ifPresent(this::after);
        return this;
    }

    Condition and(String clause) {
        clauses.add(clause);
        return this;
    }

    Condition and(String clause, String name, Object value) {
        parameters.put(name, value);
        return and(clause);
    }

    String sql() {
        return String.join("\n and ", clauses);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private Condition ofOffice(Visibility.OfOffice office) {
        parameters.put("office", office.office());
        if (office.unclaimed()) {
            return and("(r.office = :office or r.office is null)");
        }
        parameters.put("routingIds", office.routingIds().toArray(String[]::new));
        return and("(r.office = :office or r.office is null and r.routing_id = any(:routingIds))");
    }

    private void view(Query.View view) {
        switch (view) {
            case OPEN -> and("r.mark in ('OPEN', 'ON_HOLD', 'QUERY') and r.station <> 'PAID'");
            case WITH_FINDINGS -> and("r.errors + r.notes > 0");
            case TO_DECIDE -> and("(" + TO_DECIDE + ")");
            case ALL -> {}
        }
    }

    // Words by the full-text function, numbers with signs in them ("2026/4410") by a range of their folded form.
    private void text(SearchText text) {
        String byWord = "";
        if (!text.words().isEmpty()) {
            byWord = "select register_with_words(to_tsquery('simple', :words)) union all ";
            parameters.put("words", String.join(":* & ", text.words()) + ":*");
        }
        parameters.put("key", text.key());
        parameters.put("keyEnd", text.key() + Character.MAX_VALUE);
        String byNumber =
                text.isBeginning() ? "n.number_key >= :key and n.number_key < :keyEnd" : "n.number_key = :key";
        and("r.case_id in (" + byWord + "select n.case_id from register_entry n where n.tenant = :tenant and "
                + byNumber + ")");
    }

    private void after(Query.Position position) {
        if (position instanceof Query.ByArrival place) {
            parameters.put("receivedAt", Timestamp.from(place.receivedAt()));
            and(
                    "(r.received_at, r.receipt_number) < (:receivedAt, :receiptNumber)",
                    "receiptNumber",
                    place.receiptNumber());
        } else if (position instanceof Query.ByStake place) {
            parameters.put("stake", place.cents());
            parameters.put("actBy", place.actBy());
            and(
                    "r.stake_cents <= :stake and (r.stake_cents < :stake"
                            + " or (r.act_by, r.receipt_number) > (:actBy, :receiptNumber))",
                    "receiptNumber",
                    place.receiptNumber());
        }
    }
}
