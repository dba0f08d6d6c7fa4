package org.rechnungseingang.samples.mail;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import java.util.Optional;

/** SMTP, IMAP and IMAPS on the loopback interface; mails are kept in memory for as long as the process lives. */
final class MailServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final long START_LIMIT_MILLIS = 60_000;

    private final Post post;
    private final String certificate;

    private MailServer(Post post, String certificate) {
        this.post = post;
        this.certificate = certificate;
    }

    /**
     * Starts it.
     *
     * @param folders made for each account beside INBOX
     * @param others the login of whoever gets what is for no account; without one it is refused
     */
    static MailServer start(Ports ports, List<Account> accounts, List<String> folders, Optional<String> others) {
        try (Certificate certificate = Certificate.make()) {
            System.setProperty(
                    DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY,
                    certificate.keyStore().toString());
            System.setProperty(
                    DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, certificate.password());
            Post post = new Post(
                    others,
                    setup(ports.smtp(), ServerSetup.PROTOCOL_SMTP),
                    setup(ports.imap(), ServerSetup.PROTOCOL_IMAP),
                    setup(ports.imaps(), ServerSetup.PROTOCOL_IMAPS));
            // Before the ports are open, so that nobody comes too early.
            accounts.forEach(account -> open(post, account, folders));
            post.start();
            return new MailServer(post, certificate.pem());
        }
    }

    Ports ports() {
        return new Ports(
                post.port(ServerSetup.PROTOCOL_SMTP),
                post.port(ServerSetup.PROTOCOL_IMAP),
                post.port(ServerSetup.PROTOCOL_IMAPS));
    }

    /** What an IMAPS client is to trust, as PEM. */
    String certificate() {
        return certificate;
    }

    @Override
    public void close() {
        post.stop();
    }

    private static ServerSetup setup(int port, String protocol) {
        ServerSetup setup = new ServerSetup(port, HOST, protocol);
        setup.setServerStartupTimeout(START_LIMIT_MILLIS);
        return setup;
    }

    private static void open(Post post, Account account, List<String> folders) {
        GreenMailUser user = post.setUser(account.address(), account.login(), account.password());
        for (String folder : folders) {
            try {
                post.getManagers().getImapHostManager().createMailbox(user, folder);
            } catch (FolderException | AuthorizationException e) {
                throw new IllegalArgumentException(folder, e);
            }
        }
    }
}
