package org.rechnungseingang.service.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The inbox of a mailbox, over one connection that one thread uses. Fails with {@link MailboxFailed}. */
interface Inbox extends AutoCloseable {

    /** With another value, the same uids mean other mails (RFC 9051, 2.3.1.1). */
    long uidValidity();

    /** Every mail in the inbox, oldest first. */
    List<Long> uids();

    /** Size and arrival of these mails, as far as they are still there. */
    List<Listed> list(List<Long> uids);

    /** These mails, byte by byte, as far as they are still there; they stay unread. */
    List<Fetched> fetch(List<Long> uids);

    /** Marks these as read and moves them to the folder of those that are taken. */
    void done(List<Long> uids);

    /** Moves these to the folder of those that cannot be taken. */
    void aside(List<Long> uids);

    /** Waits until there may be something new, or so long. */
    void await(Duration atMost);

    /** Breaks the connection; may be called by any thread. */
    void cut();

    @Override
    void close();

    /** A mail that lies there. */
    record Listed(long uid, long size, Instant receivedAt) {}

    /** A mail's bytes. */
    record Fetched(long uid, byte[] bytes) {}
}
