package org.rechnungseingang.samples.finance;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rechnungseingang.samples.finance.Feedback.Event;
import org.rechnungseingang.samples.finance.Feedback.State;

/** The orders taken, by their keys, and what has become of them; all of it can be made again from the ledger. */
final class Orders {

    private final Ledger ledger;
    private final Clock clock;
    private final Map<String, Accepted> byKey = new LinkedHashMap<>();
    private final Map<String, Accepted> byId = new LinkedHashMap<>();
    private final Map<String, State> states = new LinkedHashMap<>();
    private final Map<String, Accepted> unfinished = new LinkedHashMap<>();
    private final List<Feedback> feed = new ArrayList<>();
    private int repeated;
    private int contradicted;
    private int paid;

    Orders(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
        ledger.found().forEach(this::apply);
    }

    /** An order that was taken, now or before. */
    record Taken(Accepted accepted, boolean now) {}

    /** The order of a key, if it has one; nothing if the key is new; a contradiction is counted. */
    synchronized Optional<Taken> known(String key, PaymentOrder order) {
        Accepted before = byKey.get(key);
        if (before == null) {
            return Optional.empty();
        }
        write(before.order().equals(order) ? Line.repeated(key) : Line.contradicted(key));
        return Optional.of(new Taken(before, false));
    }

    /** Takes an order; of any number at the same time with the same key, the first. */
    synchronized Taken take(String key, PaymentOrder order) {
        Optional<Taken> before = known(key, order);
        if (before.isPresent()) {
            return before.get();
        }
        String id = "AO-%06d".formatted(byId.size() + 1);
        Accepted accepted = new Accepted(id, key, clock.instant(), order);
        write(Line.of(accepted));
        return new Taken(accepted, true);
    }

    synchronized Optional<Accepted> find(String orderId) {
        return Optional.ofNullable(byId.get(orderId));
    }

    synchronized State state(String orderId) {
        return states.getOrDefault(orderId, State.ACCEPTED);
    }

    /** What happened after a cursor, oldest first. */
    synchronized List<Feedback> after(long cursor, int limit) {
        int from = (int) Math.min(Math.max(cursor, 0), feed.size());
        return List.copyOf(feed.subList(from, Math.min(from + limit, feed.size())));
    }

    synchronized Count count() {
        Map<String, Integer> byState = new TreeMap<>();
        for (State state : State.values()) {
            byState.put(state.name().toLowerCase(java.util.Locale.ROOT), 0);
        }
        states.values()
                .forEach(state -> byState.merge(state.name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum));
        long invoices = byId.values().stream()
                .map(taken -> List.of(taken.order().caseId(), taken.order().invoiceNumber()))
                .distinct()
                .count();
        long sum = byId.values().stream()
                .mapToLong(taken -> taken.order().amountCents())
                .sum();
        return new Count(byId.size(), byKey.size(), (int) invoices, repeated, contradicted, sum, byState);
    }

    /** Posts, pays and returns whatever is due. */
    synchronized void advance(Behaviour behaviour) {
        Instant now = clock.instant();
        List<Line> lines = new ArrayList<>();
        for (Accepted accepted : List.copyOf(unfinished.values())) {
            new Progress(accepted, state(accepted.orderId()), behaviour, now)
                    .events(paid)
                    .forEach(event -> {
                        Line line = Line.of(feedback(accepted, event, now));
                        apply(line);
                        lines.add(line);
                    });
        }
        if (!lines.isEmpty()) {
            // Nobody hears of it before it is written: the lock is still held.
            ledger.append(lines);
        }
    }

    private Feedback feedback(Accepted accepted, Event event, Instant now) {
        Optional<String> reason = switch (event) {
            case REFUSED -> Rules.againstPosting(accepted.order());
            case RETURNED -> Optional.of("Konto erloschen");
            default -> Optional.empty();
        };
        return new Feedback(
                feed.size() + 1L,
                accepted.orderId(),
                accepted.idempotencyKey(),
                event,
                now,
                accepted.order().amountCents(),
                event.reference(accepted.orderId()),
                reason);
    }

    private void write(Line line) {
        ledger.append(List.of(line));
        apply(line);
    }

    private void apply(Line line) {
        line.accepted().ifPresent(this::apply);
        line.feedback().ifPresent(this::apply);
        repeated += line.repeated().isPresent() ? 1 : 0;
        contradicted += line.contradicted().isPresent() ? 1 : 0;
    }

    private void apply(Accepted accepted) {
        byKey.put(accepted.idempotencyKey(), accepted);
        byId.put(accepted.orderId(), accepted);
        states.put(accepted.orderId(), State.ACCEPTED);
        unfinished.put(accepted.orderId(), accepted);
    }

    private void apply(Feedback feedback) {
        feed.add(feedback);
        states.put(feedback.orderId(), feedback.event().state());
        paid += feedback.event() == Event.PAID ? 1 : 0;
        if (feedback.event() != Event.POSTED) {
            unfinished.remove(feedback.orderId());
        }
    }
}
