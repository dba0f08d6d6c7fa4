package org.rechnungseingang.samples.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A client's connection to INBOX. */
final class Mailbox implements AutoCloseable {

    private final IMAPStore store;
    private final IMAPFolder inbox;

    private Mailbox(IMAPStore store) throws MessagingException {
        this.store = store;
        this.inbox = (IMAPFolder) store.getFolder("INBOX");
        inbox.open(Folder.READ_WRITE);
    }

    static Mailbox open(MailServerProcess server, Account account) throws MessagingException {
        return connect("imap", server.ports().imap(), account, new Properties());
    }

    /** Over TLS, trusting nothing but the certificate that the server has written. */
    static Mailbox trusting(Path certificate, int port, Account account) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.imaps.ssl.socketFactory", trust(certificate).getSocketFactory());
        return connect("imaps", port, account, properties);
    }

    static Mailbox connect(String protocol, int port, Account account, Properties properties)
            throws MessagingException {
        properties.setProperty("mail." + protocol + ".partialfetch", "false");
        IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore(protocol);
        store.connect("localhost", port, account.login(), account.password());
        return new Mailbox(store);
    }

    IMAPStore store() {
        return store;
    }

    IMAPFolder inbox() {
        return inbox;
    }

    IMAPFolder folder(String name) throws MessagingException {
        IMAPFolder folder = (IMAPFolder) store.getFolder(name);
        if (!folder.isOpen()) {
            folder.open(Folder.READ_WRITE);
        }
        return folder;
    }

    /** Asked of the server: an open folder goes on counting what was moved away. */
    int count(String name) throws MessagingException {
        return store.getFolder(name).getMessageCount();
    }

    /** The mail as the server gives it, without marking it as seen. */
    static byte[] bytes(Message message) throws MessagingException, IOException {
        ((org.eclipse.angus.mail.imap.IMAPMessage) message).setPeek(true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toByteArray();
    }

    /** Leaves nothing behind for the next test. */
    void empty(String... folders) throws MessagingException {
        for (String name : folders) {
            IMAPFolder folder = name.equals("INBOX") ? inbox : folder(name);
            if (folder.getMessageCount() > 0) {
                folder.setFlags(1, folder.getMessageCount(), new Flags(Flags.Flag.DELETED), true);
                folder.expunge();
            }
        }
    }

    long uid(Message message) throws MessagingException {
        return ((UIDFolder) message.getFolder()).getUID(message);
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }

    private static SSLContext trust(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (var in = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "mail-server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
