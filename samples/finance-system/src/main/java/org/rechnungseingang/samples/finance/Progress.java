package org.rechnungseingang.samples.finance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rechnungseingang.samples.finance.Feedback.Event;
import org.rechnungseingang.samples.finance.Feedback.State;

/** What is due of one order. */
record Progress(Accepted accepted, State state, Behaviour behaviour, Instant now) {

    /**
     * In the order in which it happens; nothing if it is not time yet.
     *
     * @param paid how many orders were paid before
     */
    List<Event> events(int paid) {
        if (state == State.ACCEPTED && due(behaviour.postAfterMillis())) {
            return List.of(Rules.againstPosting(accepted.order()).isPresent() ? Event.REFUSED : Event.POSTED);
        }
        if (state == State.POSTED && accepted.order().isPaid() && due(behaviour.payAfterMillis())) {
            return paying(paid);
        }
        return List.of();
    }

    private List<Event> paying(int paid) {
        List<Event> events = new ArrayList<>(List.of(Event.PAID));
        boolean itsTurn = behaviour.returnEvery() > 0 && (paid + 1) % behaviour.returnEvery() == 0;
        if (itsTurn || Rules.comesBack(accepted.order())) {
            events.add(Event.RETURNED);
        }
        return events;
    }

    private boolean due(long millis) {
        return millis >= 0 && !now.isBefore(accepted.at().plusMillis(millis));
    }
}
