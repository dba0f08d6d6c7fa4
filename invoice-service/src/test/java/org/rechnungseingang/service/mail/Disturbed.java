package org.rechnungseingang.service.mail;

import java.time.Duration;
import java.util.List;

/** An inbox with something between it and its watcher. */
class Disturbed implements Inbox {

    private final Inbox inbox;

    Disturbed(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public long uidValidity() {
        return inbox.uidValidity();
    }

    @Override
    public List<Long> uids() {
        return inbox.uids();
    }

    @Override
    public List<Listed> list(List<Long> uids) {
        return inbox.list(uids);
    }

    @Override
    public List<Fetched> fetch(List<Long> uids) {
        return inbox.fetch(uids);
    }

    @Override
    public void done(List<Long> uids) {
        inbox.done(uids);
    }

    @Override
    public void aside(List<Long> uids) {
        inbox.aside(uids);
    }

    @Override
    public void await(Duration atMost) {
        inbox.await(atMost);
    }

    @Override
    public void cut() {
        inbox.cut();
    }

    @Override
    public void close() {
        inbox.close();
    }
}
