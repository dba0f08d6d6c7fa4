package org.rechnungseingang.service.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.mail.Inbox.Listed;
import org.rechnungseingang.service.mail.MailTroubles.Cause;
import org.rechnungseingang.service.mail.TakeMail.Arrived;
import org.rechnungseingang.service.tenant.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Takes the mails that one pass fetches, several in one commit: a commit waits for the disk, and that takes as long for
 * ten as for one. Where it fails, each is taken by itself. One that fails by itself is counted, and set aside at last.
 */
final class TakeMails {

    private static final Logger log = LoggerFactory.getLogger(TakeMails.class);

    private static final int MOST_IN_A_COMMIT = 10;
    private static final long MOST_BYTES_IN_A_COMMIT = 4L << 20;

    private final Watch watch;
    private final int attempts;
    private final MailStores stores;
    private final MeterRegistry meters;
    private final long uidValidity;
    private final List<Long> done = new ArrayList<>();
    private final List<Long> aside = new ArrayList<>();
    private final List<Opened> opened = new ArrayList<>();

    TakeMails(Watch watch, int attempts, MailStores stores, MeterRegistry meters, long uidValidity) {
        this.watch = watch;
        this.attempts = attempts;
        this.stores = stores;
        this.meters = meters;
        this.uidValidity = uidValidity;
    }

    /** What is taken and committed, and not moved yet. */
    List<Long> done() {
        return done;
    }

    /** What is set aside, and not moved yet. */
    List<Long> aside() {
        return aside;
    }

    /** Opens a mail that is to be stored; stores those that are open already when there are enough of them. */
    void open(Listed mail, byte[] bytes) {
        try {
            Unpacked unpacked = step("unpack").record(() -> stores.unpack().unpack(bytes));
            opened.add(new Opened(mail, new Arrived(key(mail), mail.receivedAt(), bytes, unpacked)));
        } catch (MailRefused e) {
            failedForGood(mail, Cause.BREAKS_A_BOUND, e.reason(), Optional.of(bytes));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            failed(mail, bytes, e);
        }
        if (opened.size() >= MOST_IN_A_COMMIT || bytesOpened() >= MOST_BYTES_IN_A_COMMIT) {
            store();
        }
    }

    private long bytesOpened() {
        return opened.stream().mapToLong(Opened::bytes).sum();
    }

    /** Stores what is open. */
    void store() {
        List<Opened> some = List.copyOf(opened);
        opened.clear();
        if (!some.isEmpty() && !store(some)) {
            some.forEach(one -> store(List.of(one)));
        }
    }

    // Whether that was all that could be done about them.
    private boolean store(List<Opened> some) {
        try {
            List<Arrived> arrived = some.stream().map(Opened::arrived).toList();
            int taken = step("store").record(() -> stores.take().take(arrived));
            some.forEach(one -> done.add(one.listed().uid()));
            counter("rechnungseingang.mails.taken", "Mails taken").increment(taken);
            return true;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            boolean alone = some.size() == 1;
            if (DatabaseAway.isToldBy(e) && (alone || !(e instanceof ConcurrencyFailureException))) {
                throw e;
            }
            if (alone) {
                failed(some.get(0).listed(), some.get(0).arrived().raw(), e);
            }
            return alone;
        } finally {
            // Else the next mail's log lines would bear it.
            MDC.remove("receiptNumber");
        }
    }

    private void failed(Listed mail, byte[] bytes, Throwable failure) {
        log.warn("A mail could not be taken: mailbox {}, uid {}", watch.name(), mail.uid(), failure);
        String reason = "Fehler beim Lesen: " + failure.getClass().getSimpleName();
        failed(mail, Cause.NOT_READABLE, reason, Optional.of(bytes));
    }

    /** Counts a mail that the server did not give out. */
    void withheld(Listed mail) {
        failed(mail, Cause.WITHHELD, "Der Mailserver gibt die E-Mail nicht heraus.", Optional.empty());
    }

    private void failed(Listed mail, Cause cause, String reason, Optional<byte[]> bytes) {
        if (stores.troubles().failed(key(mail), mail.receivedAt(), cause, reason) >= attempts) {
            setAside(mail, reason, bytes);
        }
    }

    /** Sets a mail aside that is not to be fetched. */
    void tooLarge(Listed mail, MailLimits limits) {
        long megabytes = (mail.size() + (1 << 20) - 1) >> 20;
        String reason = "Die E-Mail ist mit %d MB größer als erlaubt (%d MB)."
                .formatted(megabytes, limits.mail().toMegabytes());
        failedForGood(mail, Cause.TOO_LARGE, reason, Optional.empty());
    }

    private void failedForGood(Listed mail, Cause cause, String reason, Optional<byte[]> bytes) {
        stores.troubles().failed(key(mail), mail.receivedAt(), cause, reason);
        setAside(mail, reason, bytes);
    }

    private void setAside(Listed mail, String reason, Optional<byte[]> bytes) {
        OpenedMail header = bytes.map(OpenMail::header).orElseGet(() -> OpenMail.header(new byte[0]));
        stores.troubles().setAside(key(mail), header, bytes);
        aside.add(mail.uid());
        counter("rechnungseingang.mails.set.aside", "Mails that could not be taken")
                .increment();
        log.error("A mail is set aside: mailbox {}, uid {}: {}", watch.name(), mail.uid(), reason);
    }

    private MailKey key(Listed mail) {
        return new MailKey(watch.mailbox().name(), uidValidity, mail.uid());
    }

    private Timer step(String name) {
        return meters.timer("rechnungseingang.mail", "step", name);
    }

    private Counter counter(String name, String meaning) {
        return Counter.builder(name)
                .description(meaning)
                .tag("town", watch.town())
                .tag("mailbox", watch.mailbox().name())
                .register(meters);
    }

    private record Opened(Listed listed, Arrived arrived) {

        // As it came and taken apart.
        long bytes() {
            return arrived.raw().length
                    + arrived.unpacked().mail().parts().stream()
                            .mapToLong(part -> part.bytes().length)
                            .sum();
        }
    }
}
