package org.rechnungseingang.service.approval;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rechnungseingang.service.approval.Decision.Refused;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What all decisions share: one transaction that holds the case from the first look to the last entry, and refusals as
 * values, also where the database is the one that refuses.
 */
@Component
class Deciding {

    /** The names of the constraints in the migration, and what they say. */
    private static final Map<String, Refusal> BY_CONSTRAINT = Map.of(
            "four_eyes", Refusal.SAME_PERSON,
            "certification_pkey", Refusal.ALREADY_CERTIFIED,
            "payment_order_pkey", Refusal.WRONG_STATION,
            "grounds_are_certified", Refusal.NOT_CERTIFIED,
            "sums_are_certified", Refusal.NOT_CERTIFIED,
            // Of the payment that is written with the order.
            "one_live_payment", Refusal.PAYMENT_LIVES);

    private final InvoiceCases cases;
    private final TransactionTemplate transaction;

    Deciding(InvoiceCases cases, TransactionTemplate transaction) {
        this.cases = cases;
        this.transaction = transaction;
    }

    /**
     * Decides about the case as it is now.
     *
     * @param decision returns without having written anything, if it refuses
     */
    Decision about(ReceiptNumber number, Function<InvoiceCase, Decision> decision) {
        return refusable(() -> transaction.execute(
                status -> cases.hold(number).map(decision).orElseGet(() -> new Refused(Refusal.NO_SUCH_CASE))));
    }

    /** Why nothing can be decided about the case here and now. */
    static Optional<Refusal> refusal(InvoiceCase held, Seen seen, Set<Station> stations, Set<Mark> marks) {
        if (held.mark() == Mark.REFUSED || held.mark() == Mark.MERGED) {
            return Optional.of(because(held.mark()));
        }
        if (!stations.contains(held.station())) {
            return Optional.of(Refusal.WRONG_STATION);
        }
        if (!marks.contains(held.mark())) {
            return Optional.of(because(held.mark()));
        }
        return Seen.of(held).equals(seen) ? Optional.empty() : Optional.of(Refusal.STALE);
    }

    private static Refusal because(Mark mark) {
        return switch (mark) {
            case OPEN -> Refusal.WRONG_STATION;
            case ON_HOLD -> Refusal.ON_HOLD;
            case QUERY -> Refusal.QUERY_OPEN;
            case REFUSED -> Refusal.REFUSED;
            case MERGED -> Refusal.MERGED;
        };
    }

    /** The case is held: what it does not do now is a bug. */
    static void moved(boolean moved, InvoiceCase held) {
        if (!moved) {
            throw new IllegalStateException("Case " + held.id() + " was moved by somebody else while it was held");
        }
    }

    static Decision refusable(Supplier<Decision> decision) {
        try {
            return decision.get();
        } catch (DataIntegrityViolationException e) {
            return new Refused(refusal(e).orElseThrow(() -> e));
        }
    }

    private static Optional<Refusal> refusal(DataIntegrityViolationException violation) {
        String message = String.valueOf(
                NestedExceptionUtils.getMostSpecificCause(violation).getMessage());
        return BY_CONSTRAINT.entrySet().stream()
                .filter(constraint -> message.contains('"' + constraint.getKey() + '"'))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
