package org.rechnungseingang.service.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rechnungseingang.samples.mail.Account;
import org.rechnungseingang.service.way.Standstill;
import org.springframework.util.FileSystemUtils;

/**
 * Debian's Exim before Debian's Dovecot, without privileges, on the loopback interface: Exim takes mails for one address
 * and puts them into Dovecot's Maildir. It asks no name server and sends nothing anywhere.
 */
public final class DebianMail implements TownMail {

    private static final Path PROGRAM = Path.of("/usr/sbin/exim4");

    private final DovecotServer.Box box;
    private final Account account;
    private final Path directory;
    private final int smtp;
    private final Process exim;

    private DebianMail(DovecotServer.Box box, Account account, Path directory, int smtp, Process exim) {
        this.box = box;
        this.account = account;
        this.directory = directory;
        this.smtp = smtp;
        this.exim = exim;
    }

    /** Whether both are there. */
    public static boolean isInstalled() {
        return DovecotServer.isInstalled() && Files.isExecutable(PROGRAM);
    }

    /** Starts Exim for that address, and Dovecot if no test has yet. */
    public static DebianMail start(String address) {
        try {
            DovecotServer.Box box = DovecotServer.newMailbox();
            Path directory = Files.createTempDirectory("exim");
            Unprivileged server = Unprivileged.in(directory);
            int port = Unprivileged.freePort();
            Path configuration = directory.resolve("exim.conf");
            Files.writeString(configuration, configuration(server, port, address, box.maildir()));
            // Foreground; what could not be delivered is tried again every other second.
            Process exim = server.run(port, PROGRAM.toString(), "-C", configuration.toString(), "-bdf", "-q2s");
            return new DebianMail(box, new Account(box.login(), box.password(), address), directory, port, exim);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration(Unprivileged server, int port, String address, Path maildir) {
        return """
                exim_user = %2$s
                exim_group = %3$s
                spool_directory = %1$s/spool
                log_file_path = %1$s/%%slog
                primary_hostname = mail.%5$s
                local_interfaces = 127.0.0.1
                daemon_smtp_ports = %4$d
                disable_ipv6 = true
                deliver_drop_privilege = true
                keep_environment =
                host_lookup =
                rfc1413_hosts =
                tls_advertise_hosts =
                message_size_limit = 50M
                # A supplier may send all he has in one go.
                smtp_accept_queue_per_connection = 0
                acl_smtp_rcpt = recipient

                begin acl
                recipient:
                  accept domains = %5$s
                         local_parts = %6$s
                  deny   message = not ours

                begin routers
                town:
                  driver = accept
                  domains = %5$s
                  local_parts = %6$s
                  transport = mailbox

                begin transports
                mailbox:
                  driver = appendfile
                  directory = %7$s
                  maildir_format
                  user = %2$s
                  group = %3$s
                  return_path_add
                  envelope_to_add
                  delivery_date_add

                begin retry
                * * F,1h,2s
                """.formatted(
                        server.directory(),
                        server.user(),
                        server.group(),
                        port,
                        address.replaceFirst("^.*@", ""),
                        address.replaceFirst("@.*$", ""),
                        maildir);
    }

    @Override
    public int smtp() {
        return smtp;
    }

    @Override
    public int imap() {
        return box.imap();
    }

    @Override
    public int imaps() {
        return box.imaps();
    }

    @Override
    public Path certificate() {
        return box.certificate();
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public ProcessHandle[] servers() {
        return new ProcessHandle[] {exim.toHandle(), box.server()};
    }

    /** Ends Exim; Dovecot ends with the tests. */
    @Override
    public void close() {
        List<ProcessHandle> deliveries;
        // Else one might begin between the look and the end.
        try (Standstill still = Standstill.of(exim.toHandle())) {
            deliveries = exim.descendants().toList();
            exim.destroy();
        }
        exim.onExit().join();
        deliveries.forEach(delivery -> delivery.onExit().join());
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
