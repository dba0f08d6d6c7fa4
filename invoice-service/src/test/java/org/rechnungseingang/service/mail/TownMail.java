package org.rechnungseingang.service.mail;

import java.nio.file.Path;
import java.util.List;
import org.rechnungseingang.samples.mail.Account;
import org.rechnungseingang.samples.mail.MailServerProcess;

/** A town's mail server in processes of its own: suppliers hand their mails in by SMTP, and the town fetches them by IMAP. */
public interface TownMail extends AutoCloseable {

    /** The port of SMTP. */
    int smtp();

    /** The port of IMAP without TLS. */
    int imap();

    /** The port of IMAP with TLS. */
    int imaps();

    /** What the server's certificate for localhost goes back to. */
    Path certificate();

    /** The mailbox of the town's address. */
    Account account();

    /** Whose children and children's children take the mails, too. */
    ProcessHandle[] servers();

    @Override
    void close();

    /** The sample mail server; its log is in that directory. */
    static TownMail sample(Path directory, Account account, String end) {
        return new Sample(MailServerProcess.start(directory, List.of(account), end), account);
    }

    /** The sample mail server. */
    record Sample(MailServerProcess server, Account account) implements TownMail {

        @Override
        public int smtp() {
            return server.ports().smtp();
        }

        @Override
        public int imap() {
            return server.ports().imap();
        }

        @Override
        public int imaps() {
            return server.ports().imaps();
        }

        @Override
        public Path certificate() {
            return server.certificate();
        }

        @Override
        public ProcessHandle[] servers() {
            return new ProcessHandle[] {server.process().toHandle()};
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
