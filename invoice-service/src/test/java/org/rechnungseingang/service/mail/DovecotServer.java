package org.rechnungseingang.service.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Debian's Dovecot with a configuration of its own, without privileges, on the loopback interface; one for all tests. */
final class DovecotServer {

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final Path IMAP = Path.of("/usr/lib/dovecot/imap");

    private DovecotServer() {}

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.isExecutable(IMAP);
    }

    static TestMailbox newMailbox() {
        return new Box("town-" + UUID.randomUUID());
    }

    private record Box(String login) implements TestMailbox {

        @Override
        public String password() {
            return "password-of-tests";
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
    }

    private record Running(int imap, int imaps, TestCertificate certificate) {

        private static final Running SERVER = start();
        private static final String NOBODY = "65534";

        private static Running start() {
            try {
                Path directory = Files.createTempDirectory("dovecot");
                Running server = new Running(freePort(), freePort(), TestCertificate.in(directory));
                boolean isRoot = Integer.valueOf(0).equals(Files.getAttribute(directory, "unix:uid"));
                Path configuration = directory.resolve("dovecot.conf");
                Files.writeString(configuration, server.configuration(directory, isRoot));
                Files.createDirectory(directory.resolve("mail"));
                server.run(directory, configuration, isRoot);
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void run(Path directory, Path configuration, boolean isRoot) throws IOException {
            List<String> command = new ArrayList<>();
            if (isRoot) {
                give(directory);
                command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
            }
            command.addAll(List.of(PROGRAM.toString(), "-F", "-c", configuration.toString()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("out").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException(Files.readString(directory.resolve("out"))
                            + (Files.exists(directory.resolve("log"))
                                    ? Files.readString(directory.resolve("log"))
                                    : ""));
                }
                return answers();
            });
        }

        private static void give(Path directory) throws IOException {
            try {
                Process chown = new ProcessBuilder("chown", "-R", NOBODY + ":" + NOBODY, directory.toString()).start();
                if (!chown.waitFor(30, TimeUnit.SECONDS) || chown.exitValue() != 0) {
                    throw new IOException("chown " + directory);
                }
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private boolean answers() {
            try (Socket socket = new Socket("127.0.0.1", imap)) {
                return socket.getInputStream().read() == '*';
            } catch (IOException e) {
                return false;
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                return socket.getLocalPort();
            }
        }

        private String configuration(Path directory, boolean isRoot) {
            String user = isRoot ? "nobody" : System.getProperty("user.name");
            String group = isRoot ? "nogroup" : group();
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
                      args = password=password-of-tests
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
                    """.formatted(directory, user, group, certificate.pem(), certificate.key(), imap, imaps);
        }

        private static String group() {
            try {
                Process id = new ProcessBuilder("id", "-gn").start();
                return new String(id.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
