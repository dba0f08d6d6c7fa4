package org.rechnungseingang.service.way;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.rechnungseingang.samples.finance.Behaviour;
import org.rechnungseingang.samples.finance.Behaviour.Mode;
import org.rechnungseingang.samples.finance.Count;
import org.rechnungseingang.samples.finance.FinanceSystemProcess;
import org.rechnungseingang.samples.mail.Account;
import org.rechnungseingang.samples.mail.Letter;
import org.rechnungseingang.samples.mail.MailServerProcess;
import org.rechnungseingang.samples.mail.Supplier;

/**
 * The town's mail server and finance system, each in a process of its own that outlives the service, and a supplier who
 * writes to the town.
 */
public final class Partners implements AutoCloseable {

    /** The town's key in {@code application-whole-way.yaml}. */
    public static final String TOWN = "musterstadt";

    /** Takes, posts and pays at once. */
    public static final Behaviour PAYING = new Behaviour(Mode.NORMAL, 0, 0, 0, 0);

    /** Takes and posts at once, and pays nothing. */
    public static final Behaviour POSTING = new Behaviour(Mode.NORMAL, 0, 0, -1, 0);

    /** Takes orders, and nothing becomes of them. */
    public static final Behaviour TAKING = new Behaviour(Mode.NORMAL, 0, -1, -1, 0);

    private static final String HOST = "127.0.0.1";
    private static final String ADDRESS = "rechnung@musterstadt.example";
    private static final String LOGIN = "rechnung";
    private static final String PASSWORD = "mailbox-of-musterstadt";
    private static final String TOKEN = "token-of-the-finance-system";
    private static final String MAILBOX = "rechnungseingang.mail." + TOWN + ".mailboxes.rechnungen.";
    private static final String FINANCE = "rechnungseingang.finance." + TOWN + ".";

    private final MailServerProcess mail;
    private final FinanceSystemProcess finance;

    private Partners(MailServerProcess mail, FinanceSystemProcess finance) {
        this.mail = mail;
        this.finance = finance;
    }

    /** Starts both; their logs and the finance system's ledger are in that directory. */
    public static Partners start(Path directory) {
        String end = "--end-with-pid=" + ProcessHandle.current().pid();
        MailServerProcess mail = MailServerProcess.start(
                directory.resolve("mail-server").toAbsolutePath(), List.of(new Account(LOGIN, PASSWORD, ADDRESS)), end);
        FinanceSystemProcess finance =
                FinanceSystemProcess.start(directory.resolve("finance-system").toAbsolutePath(), TOKEN, end);
        finance.behave(PAYING);
        return new Partners(mail, finance);
    }

    /** What makes the service use both, the mailbox over TLS. */
    public Map<String, String> properties() {
        Map<String, String> properties = common(mail.ports().imaps());
        properties.put(MAILBOX + "trust", mail.certificate().toString());
        return properties;
    }

    /** As {@link #properties}, with the mailbox in plain text behind a wire on that port. */
    public Map<String, String> properties(int wire) {
        Map<String, String> properties = common(wire);
        properties.put(MAILBOX + "tls", "none");
        return properties;
    }

    private Map<String, String> common(int imap) {
        Map<String, String> properties = new HashMap<>(Map.of(
                MAILBOX + "host",
                HOST,
                MAILBOX + "port",
                Integer.toString(imap),
                MAILBOX + "login",
                LOGIN,
                MAILBOX + "password",
                PASSWORD,
                MAILBOX + "poll-interval",
                "200ms",
                MAILBOX + "retry-after",
                "200ms",
                // So long a killed node's mailbox waits for the next one.
                MAILBOX + "lease",
                "2s"));
        properties.put(FINANCE + "rest.url", finance.address().toString());
        properties.put(FINANCE + "rest.token", TOKEN);
        properties.put(FINANCE + "poll", "200ms");
        return properties;
    }

    /** The port of IMAP without TLS. */
    public int imap() {
        return mail.ports().imap();
    }

    public Process mailServer() {
        return mail.process();
    }

    public Process financeSystem() {
        return finance.process();
    }

    public void behave(Behaviour behaviour) {
        finance.behave(behaviour);
    }

    public Count count() {
        return finance.count();
    }

    /** How many orders the finance system has in that state. */
    public int count(String state) {
        return count().states().getOrDefault(state, 0);
    }

    /** A mail of a supplier, to which files can be attached. */
    public static Letter letter(String subject) {
        return Letter.from("Buchhaltung", "buchhaltung@papierhaus-sonnberg.example", subject, "Unsere Rechnung.")
                .identified(UUID.randomUUID() + "@papierhaus-sonnberg.example");
    }

    /** Sends mails over SMTP; returns when the mail server has them. */
    public void send(List<Letter> letters) {
        List<MimeMessage> mails = letters.stream()
                .map(letter -> letter.to(ADDRESS, Instant.now()))
                .toList();
        try {
            new Supplier(HOST, mail.ports().smtp()).send(mails);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public void send(Letter letter) {
        send(List.of(letter));
    }

    /** How many mails wait in the mailbox. */
    public int waiting() {
        return mailsIn("INBOX");
    }

    /** How many mails the service has taken, as the mailbox shows it. */
    public int taken() {
        return mailsIn("Verarbeitet");
    }

    /** How many mails the service has set aside. */
    public int setAside() {
        return mailsIn("Beiseite");
    }

    /** SIGSTOP or SIGCONT. */
    static void signal(Process process, String name) {
        try {
            int ended = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (ended != 0) {
                throw new IllegalStateException("kill -" + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int mailsIn(String folder) {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(HOST, mail.ports().imap(), LOGIN, PASSWORD);
            Folder found = store.getFolder(folder);
            return found.exists() ? found.getMessageCount() : 0;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        mail.close();
        finance.close();
    }
}
