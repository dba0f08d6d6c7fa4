package org.rechnungseingang.samples.peppol;

import com.helger.scope.mgr.ScopeManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends invoices and waits for the receipts. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = "Sends invoices; ends with 0 only if a receipt came for each and every check of it passed.")
final class SendCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Invoices in UBL or CII.")
    private List<Path> files = List.of();

    @Option(names = "--url", required = true, description = "Of the receiving access point.")
    private String url = "";

    @Option(names = "--pki", required = true, paramLabel = "DIR", description = "Folder that the command pki has made.")
    private Path pki = Path.of("");

    @Option(names = "--password", defaultValue = Main.PASSWORD, description = "Of the keys (${DEFAULT-VALUE}).")
    private String password = "";

    @Option(names = "--as", defaultValue = "sender", description = "Whose key signs (${DEFAULT-VALUE}).")
    private String as = "";

    @Option(names = "--to", defaultValue = "access-point.pem", description = "For whom (${DEFAULT-VALUE}).")
    private String to = "";

    @Mixin
    private Addressing addressing = new Addressing();

    @Option(names = "--message-id", paramLabel = "ID", description = "Of the AS4 message (new ones).")
    private Optional<String> id = Optional.empty();

    @Option(names = "--sbdh-id", paramLabel = "ID", description = "Of the business envelope (new ones).")
    private Optional<String> envelope = Optional.empty();

    @Option(names = "--times", defaultValue = "1", description = "How often each file is sent (${DEFAULT-VALUE}).")
    private int times;

    @Option(names = "--threads", defaultValue = "1", description = "How many at the same time (${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--retries",
            defaultValue = "0",
            description = "How often the same message is sent again, a second later, if no answer comes.")
    private int retries;

    @Option(names = "--out", paramLabel = "DIR", description = "Gets receipts and errors as they came.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--dump", paramLabel = "DIR", description = "Gets the messages as they are sent, with headers.")
    private Optional<Path> dumps = Optional.empty();

    @Override
    public Integer call() throws GeneralSecurityException, IOException, InterruptedException, ExecutionException {
        List<Message> messages = messages();
        for (Path folder :
                List.of(out, dumps).stream().flatMap(Optional::stream).toList()) {
            Files.createDirectories(folder);
        }
        ScopeManager.onGlobalBegin("peppol-sender");
        Pki opened = Pki.open(pki, password);
        Sender sender = new Sender(opened, as, url, opened.certificate(to), retries, dumps);
        long start = System.nanoTime();
        long verified = verified(sender, messages);
        if (messages.size() > 1) {
            summarize(messages.size(), verified, Duration.ofNanos(System.nanoTime() - start));
        }
        return verified == messages.size() ? 0 : 1;
    }

    private List<Message> messages() throws IOException {
        List<Message> messages = new ArrayList<>();
        for (Path file : files) {
            Route route = addressing.route(file);
            for (int i = 0; i < times; i++) {
                String inside = envelope.orElseGet(() -> UUID.randomUUID().toString());
                messages.add(new Message(file, route, id.orElseGet(Message::newId), inside));
            }
        }
        return messages;
    }

    private long verified(Sender sender, List<Message> messages) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Outcome>> jobs =
                    messages.stream().map(message -> job(sender, message)).toList();
            long verified = 0;
            for (Future<Outcome> outcome : pool.invokeAll(jobs)) {
                verified += outcome.get().verified() ? 1 : 0;
            }
            return verified;
        } finally {
            pool.shutdown();
        }
    }

    private Callable<Outcome> job(Sender sender, Message message) {
        return () -> {
            Answer answer = sender.send(message);
            Outcome outcome = answer.outcome();
            System.out.println(outcome.line());
            if (out.isPresent() && answer.content().length > 0) {
                Files.write(out.get().resolve(outcome.fileName()), answer.content());
            }
            return outcome;
        };
    }

    private static void summarize(int sent, long verified, Duration took) {
        double seconds = took.toMillis() / 1000.0;
        System.out.printf(
                Locale.ROOT,
                "%d sent, %d receipts verified, %.1f s, %.1f a second%n",
                sent,
                verified,
                seconds,
                sent / seconds);
    }
}
