package org.rechnungseingang.service.mail;

import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.imap.protocol.UIDSet;

/**
 * An inbox over IMAP. The library's messages would fetch each mail in pieces and lead their own numbers; here uids are
 * spoken of only, and one round trip brings many mails.
 */
final class ImapInbox implements Inbox {

    private final Mailbox mailbox;
    private final Clock clock;
    private final Line line;
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final long uidValidity;
    private boolean idle;

    private ImapInbox(Mailbox mailbox, Clock clock, Line line, IMAPStore store, IMAPFolder folder)
            throws MessagingException {
        this.mailbox = mailbox;
        this.clock = clock;
        this.line = line;
        this.store = store;
        this.folder = folder;
        this.uidValidity = folder.getUIDValidity();
        this.idle = mailbox.idle() && can("IDLE");
    }

    /** Connects, logs in, makes the folders that are missing, and opens the inbox. */
    static ImapInbox open(Mailbox mailbox, Clock clock) {
        Line line = new Line();
        try {
            IMAPStore store =
                    (IMAPStore) session(mailbox, line).getStore(mailbox.tls().protocol());
            store.connect(mailbox.host(), mailbox.portOrDefault(), mailbox.login(), mailbox.password());
            make(store, mailbox.folders().done());
            make(store, mailbox.folders().aside());
            IMAPFolder folder = (IMAPFolder) store.getFolder(mailbox.folders().inbox());
            folder.open(Folder.READ_WRITE);
            return new ImapInbox(mailbox, clock, line, store, folder);
        } catch (MessagingException e) {
            line.cut();
            throw MailboxFailed.unreachable(e);
        }
    }

    private static void make(IMAPStore store, String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        // Two nodes may find at once that it is missing.
        if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES) && !folder.exists()) {
            throw new MessagingException("The folder " + name + " cannot be made");
        }
    }

    private static Session session(Mailbox mailbox, Line line) {
        String prefix = "mail." + mailbox.tls().protocol() + ".";
        String millis = String.valueOf(mailbox.timeout().toMillis());
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", millis);
        properties.put(prefix + "timeout", millis);
        properties.put(prefix + "writetimeout", millis);
        properties.put(prefix + "auth.mechanisms", "PLAIN LOGIN");
        properties.put(prefix + "starttls.enable", String.valueOf(mailbox.tls() == Tls.STARTTLS));
        properties.put(prefix + "starttls.required", String.valueOf(mailbox.tls() == Tls.STARTTLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put(prefix + "socketFactory", line.open());
        // Else the library would try another way when this one fails.
        properties.put(prefix + "socketFactory.fallback", "false");
        if (mailbox.tls() != Tls.NONE) {
            properties.put(prefix + "ssl.socketFactory", line.secret(Trust.in(mailbox.trustFile())));
        }
        return Session.getInstance(properties);
    }

    @Override
    public long uidValidity() {
        return uidValidity;
    }

    @Override
    public List<Long> uids() {
        // What arrives while the server searches is told beside the answer, not in it.
        Response[] answers = command("UID SEARCH UNDELETED");
        while (tells(answers, "EXISTS")) {
            answers = command("UID SEARCH UNDELETED");
        }
        List<Long> uids = new ArrayList<>();
        for (Response answer : answers) {
            if (answer instanceof IMAPResponse search && search.keyEquals("SEARCH")) {
                for (long uid = search.readLong(); uid >= 0; uid = search.readLong()) {
                    uids.add(uid);
                }
            }
        }
        return uids.stream().sorted().toList();
    }

    private static boolean tells(Response[] answers, String key) {
        return Arrays.stream(answers).anyMatch(answer -> answer instanceof IMAPResponse r && r.keyEquals(key));
    }

    @Override
    public List<Listed> list(List<Long> uids) {
        return fetched(command("UID FETCH " + set(uids) + " (UID RFC822.SIZE INTERNALDATE)"))
                .flatMap(answer -> listed(answer).stream())
                .filter(listed -> uids.contains(listed.uid()))
                .toList();
    }

    private Optional<Listed> listed(FetchResponse answer) {
        UID uid = answer.getItem(UID.class);
        RFC822SIZE size = answer.getItem(RFC822SIZE.class);
        INTERNALDATE date = answer.getItem(INTERNALDATE.class);
        if (uid == null || size == null) {
            return Optional.empty();
        }
        Optional<Date> arrived = Optional.ofNullable(date).map(INTERNALDATE::getDate);
        return Optional.of(
                new Listed(uid.uid, size.size, arrived.map(Date::toInstant).orElseGet(clock::instant)));
    }

    @Override
    public List<Fetched> fetch(List<Long> uids) {
        return fetched(command("UID FETCH " + set(uids) + " (UID BODY.PEEK[])"))
                .flatMap(answer -> mail(answer).stream())
                .toList();
    }

    private static Optional<Fetched> mail(FetchResponse answer) {
        UID uid = answer.getItem(UID.class);
        BODY body = answer.getItem(BODY.class);
        return uid == null || body == null || body.getByteArray() == null
                ? Optional.empty()
                : Optional.of(new Fetched(uid.uid, body.getByteArray().getNewBytes()));
    }

    private static Stream<FetchResponse> fetched(Response[] answers) {
        return Arrays.stream(answers).filter(FetchResponse.class::isInstance).map(FetchResponse.class::cast);
    }

    @Override
    public void done(List<Long> uids) {
        if (!uids.isEmpty()) {
            command("UID STORE " + set(uids) + " +FLAGS.SILENT (\\Seen)");
            move(uids, mailbox.folders().done());
        }
    }

    @Override
    public void aside(List<Long> uids) {
        if (!uids.isEmpty()) {
            move(uids, mailbox.folders().aside());
        }
    }

    private void move(List<Long> uids, String to) {
        if (can("MOVE")) {
            command("UID MOVE " + set(uids), to);
            return;
        }
        command("UID COPY " + set(uids), to);
        command("UID STORE " + set(uids) + " +FLAGS.SILENT (\\Deleted)");
        // Without it only a plain EXPUNGE is left, which would take what others have marked: then it stays marked.
        if (can("UIDPLUS")) {
            command("UID EXPUNGE " + set(uids));
        }
    }

    // Asking the store would open a second connection.
    private boolean can(String capability) {
        return ask(protocol -> protocol.hasCapability(capability));
    }

    @Override
    public void await(Duration atMost) {
        if (idle) {
            Duration limit = atMost.compareTo(mailbox.idleRenewal()) < 0 ? atMost : mailbox.idleRenewal();
            idle = ask(protocol -> new Idle(protocol, line).await(limit, mailbox.timeout()));
        } else {
            long end = System.nanoTime()
                    + Math.min(atMost.toNanos(), mailbox.pollInterval().toNanos());
            while (!line.isCut() && System.nanoTime() < end) {
                LockSupport.parkNanos(
                        Math.min(end - System.nanoTime(), Duration.ofMillis(200).toNanos()));
            }
        }
    }

    private static String set(List<Long> uids) {
        return UIDSet.toString(
                UIDSet.createUIDSets(uids.stream().mapToLong(uid -> uid).toArray()));
    }

    private Response[] command(String command) {
        return ask(protocol -> answered(protocol, protocol.command(command, null)));
    }

    private Response[] command(String command, String folderName) {
        Argument folder = new Argument().writeString(BASE64MailboxEncoder.encode(folderName));
        return ask(protocol -> answered(protocol, protocol.command(command, folder)));
    }

    private static Response[] answered(IMAPProtocol protocol, Response[] answers) throws ProtocolException {
        protocol.notifyResponseHandlers(answers);
        protocol.handleResult(answers[answers.length - 1]);
        return answers;
    }

    @SuppressWarnings("unchecked")
    private <T> T ask(Question<T> question) {
        try {
            return (T) folder.doCommand(question::ask);
        } catch (FolderClosedException | StoreClosedException e) {
            throw MailboxFailed.unreachable(e);
        } catch (MessagingException e) {
            throw e.getCause() instanceof ConnectionException || e.getCause() instanceof IOException
                    ? MailboxFailed.unreachable(e)
                    : MailboxFailed.refused(e);
        }
    }

    @Override
    public void cut() {
        line.cut();
    }

    @Override
    public void close() {
        try {
            if (!line.isCut()) {
                store.close();
            }
        } catch (MessagingException e) {
            // It has nothing that we would still need.
        } finally {
            line.cut();
        }
    }

    /** What is asked on the line. */
    private interface Question<T> {
        T ask(IMAPProtocol protocol) throws ProtocolException;
    }
}
