package org.rechnungseingang.samples.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.MailCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;

/** One of GreenMail's servers, put right where it differs from those that towns have. */
final class Listening extends AbstractServer {

    /** GreenMail's 30 s would end a client that was stopped for a minute; RFC 3501 asks for half an hour. */
    private static final int CLIENT_TIMEOUT_MILLIS = 30 * 60 * 1000;

    Listening(ServerSetup setup, Managers managers) {
        super(setup, managers);
        setClientSocketTimeout(CLIENT_TIMEOUT_MILLIS);
    }

    /** It writes line by line, and each line but the first would wait 40 ms for the other side's acknowledgement. */
    @Override
    protected void handleClientSocket(Socket client) throws SocketException {
        client.setTcpNoDelay(true);
        super.handleClientSocket(client);
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        if (getProtocol().equals(ServerSetup.PROTOCOL_SMTP)) {
            return new SmtpHandler(new Commands(), managers.getSmtpManager(), client);
        }
        return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), client);
    }

    private static final class Commands extends SmtpCommandRegistry {

        private final SmtpCommand mail = new FromNobodyToo();

        @Override
        public SmtpCommand getCommand(String name) {
            return name.equals("MAIL") ? mail : super.getCommand(name);
        }
    }

    /** Automatic answers have an empty sender (RFC 5321, 4.5.5); GreenMail would take it for none. */
    private static final class FromNobodyToo extends MailCommand {

        @Override
        public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line) {
            super.execute(connection, state, manager, line);
            if (line.toUpperCase(Locale.ROOT).replace(" ", "").startsWith("MAILFROM:<>")) {
                state.getMessage().setReturnPath(new MailAddress(""));
            }
        }
    }
}
