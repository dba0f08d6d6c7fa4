package org.rechnungseingang.service.mail;

import java.time.Instant;
import java.util.Optional;

/** How a mailbox is doing on this node; written by its watcher, read by health and metrics. */
final class Watch {

    private final MailboxId mailbox;
    private final String town;
    private volatile State state = State.ELSEWHERE;
    private volatile Optional<Instant> since = Optional.empty();
    private volatile String reason = "";
    private volatile Optional<Instant> oldestWaiting = Optional.empty();

    Watch(MailboxId mailbox, String town) {
        this.mailbox = mailbox;
        this.town = town;
    }

    /** The states. */
    enum State {
        /** Another node watches it, or nobody yet. */
        ELSEWHERE,
        CONNECTED,
        FAILING
    }

    void elsewhere(Instant now) {
        enter(State.ELSEWHERE, now, "");
        oldestWaiting = Optional.empty();
    }

    void connected(Instant now) {
        enter(State.CONNECTED, now, "");
    }

    void failing(Instant now, String why) {
        enter(State.FAILING, now, why);
    }

    void waiting(Optional<Instant> oldest) {
        oldestWaiting = oldest;
    }

    private synchronized void enter(State entered, Instant now, String why) {
        if (state != entered || since.isEmpty()) {
            since = Optional.of(now);
        }
        state = entered;
        reason = why;
    }

    MailboxId mailbox() {
        return mailbox;
    }

    /** Town and mailbox, as the configuration calls them. */
    String name() {
        return town + "/" + mailbox.name();
    }

    String town() {
        return town;
    }

    State state() {
        return state;
    }

    /** Since when it is in its state. */
    Optional<Instant> since() {
        return since;
    }

    /** Why it fails; empty while it does not. */
    String reason() {
        return reason;
    }

    /** When the oldest mail arrived that is not taken yet. */
    Optional<Instant> oldestWaiting() {
        return oldestWaiting;
    }
}
