package org.rechnungseingang.service.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Debian's Dovecot with a configuration of its own, without privileges, on the loopback interface; one for all tests. */
final class DovecotServer {

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final Path IMAP = Path.of("/usr/lib/dovecot/imap");
    private static final String PASSWORD = "password-of-tests";

    private DovecotServer() {}

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.isExecutable(IMAP);
    }

    static Box newMailbox() {
        return new Box("town-" + UUID.randomUUID());
    }

    /** A mailbox on it. */
    record Box(String login) implements TestMailbox {

        @Override
        public String password() {
            return PASSWORD;
        }

        @Override
        public int imap() {
            return Running.SERVER.imap();
        }

        @Override
        public int imaps() {
            return Running.SERVER.imaps();
        }

        @Override
        public Path certificate() {
            return Running.SERVER.certificate().pem();
        }

        /** Where its mails are. */
        Path maildir() {
            return Running.SERVER.directory().resolve("mail").resolve(login);
        }

        ProcessHandle server() {
            return Running.SERVER.process().toHandle();
        }
    }

    private record Running(Path directory, int imap, int imaps, TestCertificate certificate, Process process) {

        private static final Running SERVER = start();

        private static Running start() {
            try {
                Path directory = Files.createTempDirectory("dovecot");
                Unprivileged server = Unprivileged.in(directory);
                TestCertificate certificate = TestCertificate.in(directory);
                int imap = Unprivileged.freePort();
                int imaps = Unprivileged.freePort();
                Path configuration = directory.resolve("dovecot.conf");
                Files.writeString(configuration, configuration(server, imap, imaps, certificate));
                Files.createDirectory(directory.resolve("mail"));
                Process process = server.run(imap, PROGRAM.toString(), "-F", "-c", configuration.toString());
                return new Running(directory, imap, imaps, certificate, process);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String configuration(Unprivileged server, int imap, int imaps, TestCertificate certificate) {
            return """
                    base_dir = %1$s/run
                    state_dir = %1$s/state
                    log_path = %1$s/log
                    protocols = imap
                    listen = 127.0.0.1
                    default_internal_user = %2$s
                    default_internal_group = %3$s
                    default_login_user = %2$s
                    first_valid_uid = 1
                    mail_max_userip_connections = 50
                    mail_location = maildir:%1$s/mail/%%u
                    ssl = yes
                    ssl_cert = <%4$s
                    ssl_key = <%5$s
                    disable_plaintext_auth = no
                    auth_mechanisms = plain login
                    passdb {
                      driver = static
                      args = password=%8$s
                    }
                    userdb {
                      driver = static
                      args = uid=%2$s gid=%3$s home=%1$s/mail/%%u
                    }
                    service anvil {
                      chroot =
                    }
                    service imap-login {
                      chroot =
                      inet_listener imap {
                        port = %6$d
                      }
                      inet_listener imaps {
                        port = %7$d
                        ssl = yes
                      }
                    }
                    """.formatted(
                            server.directory(),
                            server.user(),
                            server.group(),
                            certificate.pem(),
                            certificate.key(),
                            imap,
                            imaps,
                            PASSWORD);
        }
    }
}
