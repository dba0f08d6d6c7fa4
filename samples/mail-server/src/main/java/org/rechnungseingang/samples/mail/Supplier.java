package org.rechnungseingang.samples.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Properties;
import javax.net.SocketFactory;

/** Sends mails over SMTP, as a supplier's mail program does; one connection for all that are sent together. */
public final class Supplier {

    private static final String TIMEOUT_MILLIS = "120000";

    private final String host;
    private final int port;

    /** A supplier who hands his mails to this server. */
    public Supplier(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /**
     * Sends mails in their order; the sender of the envelope is that of the mail.
     *
     * @throws MessagingException if one is refused or the server not reached; those before it are sent
     */
    public void send(List<MimeMessage> mails) throws MessagingException {
        send(new Properties(), mails);
    }

    /**
     * Sends a mail as an automatic answer is sent, with an empty sender in the envelope.
     *
     * @throws MessagingException if it is refused or the server not reached
     */
    public void sendFromNobody(MimeMessage mail) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.from", "<>");
        send(properties, List.of(mail));
    }

    private void send(Properties properties, List<MimeMessage> mails) throws MessagingException {
        try (Transport transport = session(properties).getTransport("smtp")) {
            transport.connect(host, port, null, null);
            for (MimeMessage mail : mails) {
                transport.sendMessage(mail, mail.getAllRecipients());
            }
        }
    }

    private static Session session(Properties properties) {
        properties.setProperty("mail.smtp.localhost", "supplier.example");
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.socketFactory", new WithoutDelay());
        return Session.getInstance(properties);
    }

    /** The end of a mail is a packet of its own, and would wait 40 ms for the acknowledgement of the one before. */
    private static final class WithoutDelay extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        private Socket connected(InetSocketAddress address) throws IOException {
            Socket socket = createSocket();
            socket.connect(address);
            return socket;
        }
    }
}
