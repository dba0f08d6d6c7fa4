package org.rechnungseingang.service.mail;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** GreenMail in the tests' JVM; one for all tests. */
final class GreenMailServer {

    private GreenMailServer() {}

    static TestMailbox newMailbox() {
        String login = "town-" + UUID.randomUUID();
        Running.SERVER.setUser(login + "@localhost", login, "password-of-tests");
        return new Box(login);
    }

    private record Box(String login) implements TestMailbox {

        @Override
        public String password() {
            return "password-of-tests";
        }

        @Override
        public int imap() {
            return Running.SERVER.getImap().getPort();
        }

        @Override
        public int imaps() {
            return Running.SERVER.getImaps().getPort();
        }

        @Override
        public Path certificate() {
            return Running.CERTIFICATE.pem();
        }
    }

    private static final class Running {

        private static final TestCertificate CERTIFICATE = certificate();
        private static final GreenMail SERVER = start();

        private static TestCertificate certificate() {
            try {
                return TestCertificate.in(Files.createTempDirectory("greenmail"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static GreenMail start() {
            System.setProperty(
                    DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY,
                    CERTIFICATE.keyStore().toString());
            System.setProperty(
                    DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, TestCertificate.PASSWORD);
            GreenMail server = new GreenMail(
                    new ServerSetup[] {setup(ServerSetup.PROTOCOL_IMAP), setup(ServerSetup.PROTOCOL_IMAPS)});
            server.start();
            return server;
        }

        private static ServerSetup setup(String protocol) {
            ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
            setup.setServerStartupTimeout(60_000);
            return setup;
        }
    }
}
