package org.rechnungseingang.service.way;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
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
import org.rechnungseingang.samples.mail.Supplier;
import org.rechnungseingang.service.mail.DebianMail;
import org.rechnungseingang.service.mail.TownMail;

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

    // The name that is in the certificates.
    private static final String HOST = "localhost";
    private static final Account ACCOUNT =
            new Account("rechnung", "mailbox-of-musterstadt", "rechnung@musterstadt.example");
    private static final String TOKEN = "token-of-the-finance-system";
    private static final String MAILBOX = "rechnungseingang.mail." + TOWN + ".mailboxes.rechnungen.";
    private static final String FINANCE = "rechnungseingang.finance." + TOWN + ".";

    private final TownMail mail;
    private final FinanceSystemProcess finance;

    private Partners(TownMail mail, FinanceSystemProcess finance) {
        this.mail = mail;
        this.finance = finance;
    }

    /** Starts both; their logs and the finance system's ledger are in that directory. */
    public static Partners start(Path directory) {
        return start(directory, TownMail.sample(directory.resolve("mail-server").toAbsolutePath(), ACCOUNT, end()));
    }

    /** As {@link #start(Path)}, with Debian's Exim and Dovecot as the mail server. */
    public static Partners startOnDebian(Path directory) {
        return start(directory, DebianMail.start(ACCOUNT.address()));
    }

    private static Partners start(Path directory, TownMail mail) {
        FinanceSystemProcess finance =
                FinanceSystemProcess.start(directory.resolve("finance-system").toAbsolutePath(), TOKEN, end());
        finance.behave(PAYING);
        return new Partners(mail, finance);
    }

    private static String end() {
        return "--end-with-pid=" + ProcessHandle.current().pid();
    }

    /** What makes the service use both, the mailbox over TLS. */
    public Map<String, String> properties() {
        Map<String, String> properties = common(mail.imaps());
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
                mail.account().login(),
                MAILBOX + "password",
                mail.account().password(),
                MAILBOX + "poll-interval",
                "200ms",
                MAILBOX + "idle-renewal",
                "5s",
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

    /** A node keeps the mailbox so long without renewing its lease. */
    public static Map<String, String> lease(String length) {
        return Map.of(MAILBOX + "lease", length);
    }

    /** The port of IMAP without TLS. */
    public int imap() {
        return mail.imap();
    }

    /** Lets the mail server stand still. */
    public Standstill freezeMailServer() {
        return Standstill.of(mail.servers());
    }

    public Standstill freezeFinanceSystem() {
        return Standstill.of(finance.process().toHandle());
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
                .map(letter -> letter.to(ACCOUNT.address(), Instant.now()))
                .toList();
        try {
            new Supplier(HOST, mail.smtp()).send(mails);
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

    private int mailsIn(String folder) {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(
                    HOST, mail.imap(), mail.account().login(), mail.account().password());
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
