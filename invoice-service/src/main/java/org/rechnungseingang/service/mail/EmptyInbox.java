package org.rechnungseingang.service.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rechnungseingang.service.mail.Inbox.Fetched;
import org.rechnungseingang.service.mail.Inbox.Listed;
import org.rechnungseingang.service.mail.MailTroubles.Trouble;

/**
 * One pass over an inbox: takes what is new, tries again what has failed and is due, moves what is taken. One mail that
 * fails stops no other. What fails for the machine's sake (no database, no line) fails the pass, not the mail.
 */
final class EmptyInbox {

    private static final int MOST_AT_ONCE = 50;
    private static final long MOST_BYTES_AT_ONCE = 8L << 20;
    private static final int DOUBLINGS_AT_MOST = 20;

    private final Watch watch;
    private final Mailbox mailbox;
    private final MailLimits limits;
    private final MailStores stores;
    private final MeterRegistry meters;
    private final Clock clock;

    // After a lost line each mail is fetched by itself, so that the one that cost the line can be told.
    private boolean careful;

    EmptyInbox(Watch watch, Mailbox mailbox, MailLimits limits, MailStores stores, MeterRegistry meters, Clock clock) {
        this.watch = watch;
        this.mailbox = mailbox;
        this.limits = limits;
        this.stores = stores;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Makes one pass.
     *
     * @param inbox the inbox
     * @param mayGoOn asked before each mail and before each move
     * @return until when there is nothing to do but to wait for new mails; empty if for ever
     */
    Optional<Instant> pass(Inbox inbox, BooleanSupplier mayGoOn) {
        return new Pass(inbox, mayGoOn).run();
    }

    private Timer step(String name) {
        return meters.timer("rechnungseingang.mail", "step", name);
    }

    private String mailboxName() {
        return watch.mailbox().name();
    }

    private Instant due(Trouble trouble) {
        long doubled = mailbox.retryAfter().toMillis() << Math.min(trouble.attempts() - 1, DOUBLINGS_AT_MOST);
        return trouble.lastAt().plusMillis(doubled);
    }

    private final class Pass {

        private final Inbox inbox;
        private final BooleanSupplier mayGoOn;
        private final TakeMails take;
        private Optional<MailboxFailed> notMoved = Optional.empty();

        Pass(Inbox inbox, BooleanSupplier mayGoOn) {
            this.inbox = inbox;
            this.mayGoOn = mayGoOn;
            this.take = new TakeMails(watch, mailbox.attempts(), stores, meters, inbox.uidValidity());
        }

        Optional<Instant> run() {
            List<Long> uids = inbox.uids();
            Set<Long> taken = stores.mails().taken(mailboxName(), inbox.uidValidity(), uids);
            Map<Long, Trouble> known = stores.troubles().of(mailboxName(), inbox.uidValidity(), uids).stream()
                    .collect(Collectors.toMap(Trouble::uid, Function.identity()));
            take.done().addAll(taken);
            known.values().stream().filter(Trouble::setAside).map(Trouble::uid).forEach(take.aside()::add);
            move();
            Instant now = clock.instant();
            List<Trouble> waiting = known.values().stream()
                    .filter(trouble -> !trouble.setAside() && due(trouble).isAfter(now))
                    .toList();
            Set<Long> later = waiting.stream().map(Trouble::uid).collect(Collectors.toSet());
            List<Long> due = uids.stream()
                    .filter(uid -> !taken.contains(uid) && !later.contains(uid) && !isAside(known, uid))
                    .toList();
            takeAll(due, waiting);
            notMoved.ifPresent(failure -> {
                throw failure;
            });
            return due.isEmpty()
                    ? waiting.stream().map(EmptyInbox.this::due).min(Comparator.naturalOrder())
                    : Optional.of(now);
        }

        private boolean isAside(Map<Long, Trouble> known, Long uid) {
            return Optional.ofNullable(known.get(uid)).filter(Trouble::setAside).isPresent();
        }

        private void takeAll(List<Long> due, List<Trouble> waiting) {
            for (int from = 0; from < due.size() && mayGoOn.getAsBoolean(); from += MOST_AT_ONCE) {
                List<Long> some = due.subList(from, Math.min(from + MOST_AT_ONCE, due.size()));
                List<Listed> listed = step("list").record(() -> inbox.list(some));
                watch.waiting(Stream.concat(
                                listed.stream().map(Listed::receivedAt),
                                waiting.stream().map(Trouble::receivedAt))
                        .min(Comparator.naturalOrder()));
                takeSome(listed);
                step("move").record(this::move);
            }
            watch.waiting(waiting.stream().map(Trouble::receivedAt).min(Comparator.naturalOrder()));
            careful = false;
        }

        private void takeSome(List<Listed> listed) {
            List<Listed> group = new ArrayList<>();
            long bytes = 0;
            for (Listed mail : listed) {
                if (mail.size() > limits.mail().toBytes()) {
                    take.tooLarge(mail, limits);
                    continue;
                }
                if (!group.isEmpty() && (careful || bytes + mail.size() > MOST_BYTES_AT_ONCE)) {
                    takeGroup(group);
                    group.clear();
                    bytes = 0;
                }
                group.add(mail);
                bytes += mail.size();
            }
            takeGroup(group);
        }

        private void takeGroup(List<Listed> group) {
            if (group.isEmpty() || !mayGoOn.getAsBoolean()) {
                return;
            }
            Map<Long, byte[]> fetched = fetch(group);
            for (Listed mail : group) {
                if (mayGoOn.getAsBoolean() && fetched.containsKey(mail.uid())) {
                    take.open(mail, fetched.get(mail.uid()));
                }
            }
            if (mayGoOn.getAsBoolean()) {
                take.store();
            }
        }

        private Map<Long, byte[]> fetch(List<Listed> group) {
            try {
                List<Long> uids = group.stream().map(Listed::uid).toList();
                Map<Long, byte[]> fetched = step("fetch").record(() -> inbox.fetch(uids)).stream()
                        .collect(Collectors.toMap(Fetched::uid, Fetched::bytes, (first, second) -> first));
                if (group.size() == 1 && fetched.isEmpty()) {
                    // Somebody may have moved it meanwhile; then it is not listed again.
                    take.withheld(group.get(0));
                }
                return fetched;
            } catch (MailboxFailed e) {
                return fetchFailed(group, e);
            }
        }

        // A mail that the server refuses, or for which it breaks the line, must not keep the others.
        private Map<Long, byte[]> fetchFailed(List<Listed> group, MailboxFailed failure) {
            if (group.size() == 1 && (careful || failure.isRefused())) {
                take.withheld(group.get(0));
            }
            if (!failure.isRefused()) {
                careful = true;
                throw failure;
            }
            if (group.size() > 1) {
                group.forEach(mail -> takeGroup(List.of(mail)));
            }
            return Map.of();
        }

        // A folder that is full or gone keeps no mail from being taken: what is taken is known, and moved another time.
        private void move() {
            if (!mayGoOn.getAsBoolean()) {
                return;
            }
            try {
                inbox.done(List.copyOf(take.done()));
                inbox.aside(List.copyOf(take.aside()));
            } catch (MailboxFailed e) {
                if (!e.isRefused()) {
                    throw e;
                }
                notMoved = Optional.of(e);
            }
            take.done().clear();
            take.aside().clear();
        }
    }
}
