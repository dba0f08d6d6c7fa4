package org.rechnungseingang.samples.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the mail server; it runs until SIGTERM comes or the process that it is bound to has ended. */
@Command(
        name = "mail-server",
        mixinStandardHelpOptions = true,
        description = "A mail server on 127.0.0.1 for demo and tests: SMTP, IMAP, IMAPS; mails are kept in memory.")
public final class Main implements Callable<Integer> {

    @Option(names = "--smtp-port", defaultValue = "0", description = "Port of SMTP; 0 takes a free one (default).")
    private int smtp;

    @Option(names = "--imap-port", defaultValue = "0", description = "Port of IMAP without TLS; 0 takes a free one.")
    private int imap;

    @Option(names = "--imaps-port", defaultValue = "0", description = "Port of IMAP over TLS; 0 takes a free one.")
    private int imaps;

    @Option(names = "--account", required = true, paramLabel = "LOGIN:PASSWORD:ADDRESS", description = "Repeatable.")
    private List<Account> accounts = List.of();

    @Option(names = "--folder", paramLabel = "NAME", description = "A folder that each account has; repeatable.")
    private List<String> folders = List.of();

    @Option(names = "--others-to", paramLabel = "LOGIN", description = "Who gets mail for unknown addresses.")
    private Optional<String> others = Optional.empty();

    @Option(names = "--ready", paramLabel = "FILE", description = "Written when ready: smtp.port, imap.port, pid, …")
    private Optional<Path> ready = Optional.empty();

    @Option(names = "--certificate", paramLabel = "FILE", description = "Gets the certificate of IMAPS as PEM.")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--end-with-pid", paramLabel = "PID", description = "Ends when this process has ended.")
    private Optional<Long> endWith = Optional.empty();

    private Main() {}

    /** Ends at once with 2 if it was used wrongly, with 1 if it could not start; else it goes on running. */
    public static void main(String[] arguments) {
        // Beside the service's libraries, logback would write each line of IMAP otherwise.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "org/rechnungseingang/samples/mail/logback.xml");
        }
        int code = new CommandLine(new Main())
                .registerConverter(Account.class, Account::of)
                .execute(arguments);
        if (code != 0 || List.of(arguments).contains("--help")) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws IOException {
        MailServer server = MailServer.start(new Ports(smtp, imap, imaps), accounts, folders, others);
        if (certificate.isPresent()) {
            Files.writeString(certificate.get(), server.certificate());
        }
        Map<String, Object> facts = facts(server.ports());
        System.out.println("mail-server " + facts);
        if (ready.isPresent()) {
            ReadyFile.write(ready.get(), facts);
        }
        endWith.ifPresent(Main::endWith);
        return 0;
    }

    private static Map<String, Object> facts(Ports ports) {
        return Map.of(
                "smtp.port", ports.smtp(),
                "imap.port", ports.imap(),
                "imaps.port", ports.imaps(),
                "pid", ProcessHandle.current().pid());
    }

    private static void endWith(long pid) {
        ProcessHandle.of(pid)
                .ifPresentOrElse(process -> process.onExit().thenRun(() -> System.exit(0)), () -> System.exit(0));
    }
}
