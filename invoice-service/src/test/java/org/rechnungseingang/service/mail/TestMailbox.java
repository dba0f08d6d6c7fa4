package org.rechnungseingang.service.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A new, empty mailbox on a real server, as its owner sees it: the same for every server. */
interface TestMailbox {

    String login();

    String password();

    int imap();

    int imaps();

    /** What the server's certificate goes back to. */
    Path certificate();

    /** GreenMail never tells of a mail that comes in the moment in which the waiting begins. */
    Duration RENEWAL = Duration.ofSeconds(5);

    /** As a town would configure it; IDLE, TLS from the first byte. */
    default Mailbox configured() {
        return configured("INBOX", imaps(), true);
    }

    default Mailbox configured(String inbox, int port, boolean idle) {
        return configured(inbox, port, idle, RENEWAL);
    }

    /** As {@link #configured(String, int, boolean)}; the server is asked to tell of mails anew after so long. */
    default Mailbox configured(String inbox, int port, boolean idle, Duration idleRenewal) {
        return new Mailbox(
                "localhost",
                Optional.of(port),
                login(),
                password(),
                Tls.IMPLICIT,
                Optional.of(certificate().toString()),
                new Mailbox.Folders(inbox, "Verarbeitet", "Beiseite"),
                idle ? Duration.ofHours(1) : Duration.ofMillis(200),
                idle,
                idleRenewal,
                2,
                Duration.ofMillis(100),
                Duration.ofSeconds(6),
                Duration.ofSeconds(20));
    }

    /** Puts a mail into the inbox, as if it had arrived then. */
    default void deliver(String inbox, Instant arrived, byte[]... mails) {
        use(store -> {
            IMAPFolder folder = (IMAPFolder) store.getFolder(inbox);
            if (!folder.exists()) {
                folder.create(Folder.HOLDS_MESSAGES);
            }
            List<Message> messages = new ArrayList<>();
            for (byte[] mail : mails) {
                messages.add(new Arrived(mail, arrived));
            }
            folder.appendMessages(messages.toArray(Message[]::new));
            return "";
        });
    }

    default void deliver(byte[]... mails) {
        deliver("INBOX", Instant.parse("2026-11-20T08:30:00Z"), mails);
    }

    /** The mails in a folder, byte by byte. */
    default List<byte[]> in(String name) {
        return use(store -> {
            Folder folder = store.getFolder(name);
            List<byte[]> found = new ArrayList<>();
            if (folder.exists()) {
                folder.open(Folder.READ_ONLY);
                for (Message message : folder.getMessages()) {
                    ((IMAPMessage) message).setPeek(true);
                    found.add(((IMAPMessage) message).getMimeStream().readAllBytes());
                }
                folder.close(false);
            }
            return found;
        });
    }

    /** How many mails are in a folder; they may come and go meanwhile. */
    default int count(String name) {
        return use(store -> {
            Folder folder = store.getFolder(name);
            return folder.exists() ? folder.getMessageCount() : 0;
        });
    }

    default int unread(String name) {
        return use(store -> {
            Folder folder = store.getFolder(name);
            folder.open(Folder.READ_ONLY);
            int unread = 0;
            for (Message message : folder.getMessages()) {
                unread += message.isSet(Flags.Flag.SEEN) ? 0 : 1;
            }
            folder.close(false);
            return unread;
        });
    }

    /** Makes a folder anew with the mails that were in it: they have the same bytes and another UIDVALIDITY. */
    default void renew(String name, Instant arrived) {
        List<byte[]> mails = in(name);
        use(store -> store.getFolder(name).delete(true));
        deliver(name, arrived, mails.toArray(byte[][]::new));
    }

    private <T> T use(Use<T> use) {
        Properties properties = new Properties();
        properties.put("mail.imap.partialfetch", "false");
        try (IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore("imap")) {
            store.connect("localhost", imap(), login(), password());
            return use.of(store);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is done with it. */
    interface Use<T> {
        T of(IMAPStore store) throws MessagingException, IOException;
    }

    /** A mail that is handed on as it is. */
    final class Arrived extends MimeMessage {

        private final byte[] bytes;
        private final Instant arrived;

        Arrived(byte[] bytes, Instant arrived) throws MessagingException {
            super(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            this.bytes = bytes;
            this.arrived = arrived;
        }

        @Override
        public Date getReceivedDate() {
            return Date.from(arrived);
        }

        @Override
        public void writeTo(java.io.OutputStream out, String[] ignored) throws IOException {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(bytes);
            whole.writeTo(out);
        }
    }
}
