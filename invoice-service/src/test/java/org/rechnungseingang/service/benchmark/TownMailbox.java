package org.rechnungseingang.service.benchmark;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.rechnungseingang.samples.mail.Account;
import org.rechnungseingang.samples.mail.Letter;
import org.rechnungseingang.samples.mail.MailServerProcess;
import org.rechnungseingang.samples.mail.Supplier;

/** The town's mailbox on a mail server in a process of its own, a supplier who writes to it, and a bare reader. */
final class TownMailbox implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final Account ACCOUNT =
            new Account("rechnung", "mailbox-of-musterstadt", "rechnung@musterstadt.example");
    private static final String MAILBOX = "rechnungseingang.mail.musterstadt.mailboxes.rechnungen.";
    private static final int AT_ONCE = 50;

    private final MailServerProcess server;
    private final Supplier supplier;

    private TownMailbox(MailServerProcess server) {
        this.server = server;
        this.supplier = new Supplier(HOST, server.ports().smtp());
    }

    static TownMailbox start(Path folder) {
        return new TownMailbox(MailServerProcess.start(
                folder.resolve("mail-server"),
                List.of(ACCOUNT),
                "--end-with-pid=" + ProcessHandle.current().pid()));
    }

    /** Where it listens for IMAP over TLS. */
    int port() {
        return server.ports().imaps();
    }

    ProcessHandle process() {
        return server.process().toHandle();
    }

    /** What makes the service watch it on that port, over TLS and with IDLE; for the rest as the service has it by default. */
    Map<String, String> properties(int port) {
        return Map.of(
                MAILBOX + "host", HOST,
                MAILBOX + "port", Integer.toString(port),
                MAILBOX + "login", ACCOUNT.login(),
                MAILBOX + "password", ACCOUNT.password(),
                // Its IDLE may miss a mail; once in so long costs no figure.
                MAILBOX + "idle-renewal", "5s",
                MAILBOX + "trust", server.certificate().toString());
    }

    /** Sends each invoice in a mail of its own; returns when the mail server has accepted the last one. */
    void send(List<byte[]> invoices) {
        try {
            supplier.send(invoices.stream().map(TownMailbox::mail).toList());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage mail(byte[] invoice) {
        return Letter.from("Buchhaltung", "buchhaltung@papierhaus-sonnberg.example", "Rechnung", "Unsere Rechnung.")
                .attach("rechnung.xml", "application/xml", invoice)
                .to(ACCOUNT.address(), Instant.now());
    }

    /** Fetches all that lies in the inbox and does nothing with it; how many mails. */
    long fetchAll() {
        Properties properties = new Properties();
        properties.put("mail.imaps.ssl.trust", "*");
        properties.put("mail.imaps.ssl.checkserveridentity", "false");
        try (IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore("imaps")) {
            store.connect(HOST, port(), ACCOUNT.login(), ACCOUNT.password());
            IMAPFolder folder = (IMAPFolder) store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            int count = folder.getMessageCount();
            long fetched = 0;
            for (int from = 1; from <= count; from += AT_ONCE) {
                int to = Math.min(from + AT_ONCE - 1, count);
                String command = "FETCH %d:%d (UID BODY.PEEK[])".formatted(from, to);
                fetched += (Long) folder.doCommand(protocol -> fetched(protocol, command));
            }
            return fetched;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long fetched(IMAPProtocol protocol, String command) throws ProtocolException {
        Response[] answers = protocol.command(command, null);
        protocol.handleResult(answers[answers.length - 1]);
        return Stream.of(answers).filter(FetchResponse.class::isInstance).count();
    }

    /** How many mails wait in the inbox. */
    int waiting() {
        Properties properties = new Properties();
        try (IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore("imap")) {
            store.connect(HOST, server.ports().imap(), ACCOUNT.login(), ACCOUNT.password());
            return store.getFolder("INBOX").getMessageCount();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
